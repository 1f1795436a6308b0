package com.example.replies;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class RepliesApplication {
  public static void main(String[] args) {
    SpringApplication.run(RepliesApplication.class, args);
  }
}
