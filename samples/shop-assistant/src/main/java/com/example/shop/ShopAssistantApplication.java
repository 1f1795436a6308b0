package com.example.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ShopAssistantApplication {
  public static void main(String[] args) {
    SpringApplication.run(ShopAssistantApplication.class, args);
  }
}
