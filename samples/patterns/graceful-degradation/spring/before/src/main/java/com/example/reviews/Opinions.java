package com.example.reviews;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Component;

@Component
public class Opinions {
  private final ChatClient chat;

  public Opinions(ChatClient.Builder builder) {
    this.chat = builder.build();
  }

  public String summary(Product product) {
    return chat.prompt().user("Sum up: " + product.reviews()).call().content();
  }
}
