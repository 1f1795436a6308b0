package com.example.newsroom.tag;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The catch block is left from the time before the SDK, which throws other types. */
public class Tagger {
  private static final List<String> SECTIONS = List.of("politics", "sports", "science");

  private final AnthropicClient anthropic;

  public Tagger(AnthropicClient anthropic) {
    this.anthropic = anthropic;
  }

  public String tags(String text) {
    MessageCreateParams params =
        MessageCreateParams.builder()
            .model("claude-haiku-4-5")
            .maxTokens(50L)
            .addUserMessage("Three tags for: " + text)
            .build();
    try {
      Message message = anthropic.messages().create(params); // finding: AIA001
      return message.content().get(0).asText().text();
    } catch (UncheckedIOException e) { // finding: AIA004
      return byWord(text);
    }
  }

  private static String byWord(String text) {
    return Arrays.stream(text.toLowerCase().split("\\W+"))
        .filter(SECTIONS::contains)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
