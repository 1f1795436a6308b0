package com.example.reviews;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/products/{id}")
public class ProductResource {
  @Inject Catalogue catalogue;
  @Inject Opinions opinions;

  @GET
  public ProductPage page(String id) {
    Product product = catalogue.find(id);
    return new ProductPage(product.name(), opinions.summary(product));
  }
}
