package com.example.newsroom.translate;

import com.anthropic.client.AnthropicClient;
import com.anthropic.errors.AnthropicException;
import com.anthropic.models.messages.MessageCreateParams;

/** Falls back to a smaller model, which is down whenever the larger one's provider is. */
public class Translator {
  private final AnthropicClient anthropic;

  public Translator(AnthropicClient anthropic) {
    this.anthropic = anthropic;
  }

  public String toEnglish(String text) {
    try {
      return anthropic // finding: AIA003
          .messages()
          .create(params("claude-sonnet-4-5", text))
          .content()
          .get(0)
          .asText()
          .text();
    } catch (AnthropicException e) {
      return toEnglishQuickly(text);
    }
  }

  private String toEnglishQuickly(String text) {
    return anthropic // finding: AIA001
        .messages()
        .create(params("claude-haiku-4-5", text))
        .content()
        .get(0)
        .asText()
        .text();
  }

  private static MessageCreateParams params(String model, String text) {
    return MessageCreateParams.builder()
        .model(model)
        .maxTokens(2000L)
        .addUserMessage("Translate into English: " + text)
        .build();
  }
}
