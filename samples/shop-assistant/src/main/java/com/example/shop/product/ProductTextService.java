package com.example.shop.product;

/** Writes the texts of the product pages. */
public interface ProductTextService {
  String describe(Product product);
}
