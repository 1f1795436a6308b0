package com.example.shop.assistant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

@Service
public class AssistantService {
  private static final Logger LOG = LoggerFactory.getLogger(AssistantService.class);

  private final ChatClient openAiChat;

  public AssistantService(ChatClient openAiChat) {
    this.openAiChat = openAiChat;
  }

  /** Nothing catches a failure here or above. */
  public String reply(String message) {
    return openAiChat.prompt().user(message).call().content(); // finding: AIA001
  }

  /** The catch block ends before the request is sent. */
  public Flux<String> stream(String message) {
    try {
      return openAiChat.prompt().user(message).stream().content(); // finding: AIA001
    } catch (RuntimeException e) { // finding: AIA004
      LOG.warn("stream failed", e);
      return Flux.just("Our guide to sizes and materials may help.");
    }
  }

  /** The page shows nothing, and nobody can tell an outage from an empty basket. */
  public String suggestion(String basket) {
    try {
      return openAiChat // finding: AIA002
          .prompt()
          .user("One product that goes with: " + basket)
          .call()
          .content();
    } catch (RuntimeException e) {
      LOG.warn("no suggestion", e);
      return "";
    }
  }
}
