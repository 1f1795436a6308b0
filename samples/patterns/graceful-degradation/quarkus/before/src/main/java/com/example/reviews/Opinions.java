package com.example.reviews;

import dev.langchain4j.model.chat.ChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
public class Opinions {
  @Inject ChatModel model;

  public String summary(Product product) {
    return model.chat("Sum up: " + product.reviews());
  }
}
