package com.example.reviews;

import dev.langchain4j.model.chat.ChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The page waits two seconds for a summary at most, and counts the stars without one. */
@ApplicationScoped
public class Opinions {
  @Inject ChatModel model;

  @Timeout(2_000)
  @CircuitBreaker(requestVolumeThreshold = 10, delay = 30_000)
  @Fallback(fallbackMethod = "stars")
  public String summary(Product product) {
    return model.chat("Sum up: " + product.reviews());
  }

  String stars(Product product) {
    double mean = product.stars().stream().mapToInt(Integer::intValue).average().orElse(0);
    return "%.1f of 5 stars from %d buyers".formatted(mean, product.stars().size());
  }
}
