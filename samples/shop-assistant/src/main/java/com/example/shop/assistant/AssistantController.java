package com.example.shop.assistant;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

@RestController
@RequestMapping("/assistant")
public class AssistantController {
  private final AssistantService assistant;

  public AssistantController(AssistantService assistant) {
    this.assistant = assistant;
  }

  @PostMapping("/chat")
  public ChatReply chat(@RequestBody ChatRequest request) {
    return new ChatReply(assistant.reply(request.message()));
  }

  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  public Flux<String> stream(@RequestParam String message) {
    return assistant.stream(message);
  }

  @GetMapping("/suggestion")
  public String suggestion(@RequestParam String basket) {
    return assistant.suggestion(basket);
  }

  /** What the customer writes. */
  public record ChatRequest(String message) {}

  /** What the assistant answers. */
  public record ChatReply(String text) {}
}
