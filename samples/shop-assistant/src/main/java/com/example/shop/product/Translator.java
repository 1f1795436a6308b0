package com.example.shop.product;

import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.stereotype.Component;

/** Falls back to a smaller model, which is down whenever the larger one's provider is. */
@Component
public class Translator {
  private final ChatModel model;

  public Translator(OpenAiChatModel model) {
    this.model = model;
  }

  public String translate(String text, String language) {
    try {
      return model // finding: AIA003
          .call(prompt(text, language, "gpt-4o"))
          .getResult()
          .getOutput()
          .getText();
    } catch (RuntimeException e) {
      return model // finding: AIA001
          .call(prompt(text, language, "gpt-4o-mini"))
          .getResult()
          .getOutput()
          .getText();
    }
  }

  private static Prompt prompt(String text, String language, String modelName) {
    return new Prompt(
        "Translate into " + language + ": " + text,
        OpenAiChatOptions.builder().model(modelName).build());
  }
}
