package com.example.news;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The fallback is a model of somebody else, who has another data centre and another bad day. */
@Component
public class Editor {
  private final ChatClient openAi;
  private final ChatClient anthropic;

  public Editor(
      @Qualifier("openAiChat") ChatClient openAi,
      @Qualifier("anthropicChat") ChatClient anthropic) {
    this.openAi = openAi;
    this.anthropic = anthropic;
  }

  public String ask(String task) {
    try {
      return openAi.prompt().user(task).call().content();
    } catch (RuntimeException e) {
      return anthropic.prompt().user(task).call().content();
    }
  }
}
