package com.example.shop.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Product {
  @Id private Long id;
  private String name;
  private String material;

  protected Product() {}

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public String getMaterial() {
    return material;
  }
}
