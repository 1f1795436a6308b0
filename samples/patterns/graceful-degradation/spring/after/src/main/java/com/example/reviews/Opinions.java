package com.example.reviews;

import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Component;

/** The page waits two seconds for a summary at most, and counts the stars without one. */
@Component
public class Opinions {
  private final ChatClient chat;

  public Opinions(ChatClient.Builder builder) {
    this.chat = builder.build();
  }

  @CircuitBreaker(name = "opinions", fallbackMethod = "stars")
  public String summary(Product product) {
    return chat.prompt().user("Sum up: " + product.reviews()).call().content();
  }

  String stars(Product product, Throwable failure) {
    double mean = product.stars().stream().mapToInt(Integer::intValue).average().orElse(0);
    return "%.1f of 5 stars from %d buyers".formatted(mean, product.stars().size());
  }
}
