package com.example.shop.review;

import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Service;

/**
 * The guarded method is called on the same object, past the proxy: neither breaker nor fallback
 * ever acts.
 */
@Service
public class ReviewSummaryService {
  private final ChatClient openAiChat;

  public ReviewSummaryService(ChatClient openAiChat) {
    this.openAiChat = openAiChat;
  }

  public String summarise(List<String> reviews) {
    if (reviews.isEmpty()) {
      return "No reviews yet.";
    }
    return summariseText(String.join("\n", reviews));
  }

  @CircuitBreaker(name = "review-summary", fallbackMethod = "firstReview") // finding: AIA004
  public String summariseText(String text) {
    return openAiChat.prompt().user("Summarise: " + text).call().content(); // finding: AIA001
  }

  public String firstReview(String text, Throwable failure) {
    return text.lines().findFirst().orElse("");
  }
}
