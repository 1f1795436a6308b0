package com.example.shop.product;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/products")
public class ProductController {
  private final ProductRepository products;
  private final ProductTextService texts;
  private final Translator translator;

  public ProductController(
      ProductRepository products, ProductTextService texts, Translator translator) {
    this.products = products;
    this.texts = texts;
    this.translator = translator;
  }

  @GetMapping("/{id}/description")
  public String description(@PathVariable Long id) {
    return texts.describe(product(id));
  }

  @GetMapping("/{id}/name/{language}")
  public String name(@PathVariable Long id, @PathVariable String language) {
    return translator.translate(product(id).getName(), language);
  }

  private Product product(Long id) {
    return products
        .findById(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
