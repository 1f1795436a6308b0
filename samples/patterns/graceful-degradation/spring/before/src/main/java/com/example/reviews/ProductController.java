package com.example.reviews;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ProductController {
  private final Catalogue catalogue;
  private final Opinions opinions;

  public ProductController(Catalogue catalogue, Opinions opinions) {
    this.catalogue = catalogue;
    this.opinions = opinions;
  }

  @GetMapping("/products/{id}")
  public ProductPage page(@PathVariable String id) {
    Product product = catalogue.find(id);
    return new ProductPage(product.name(), opinions.summary(product));
  }
}
