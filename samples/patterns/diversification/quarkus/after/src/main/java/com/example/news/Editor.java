package com.example.news;

import dev.langchain4j.model.chat.ChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The fallback is a model of somebody else, who has another data centre and another bad day. */
@ApplicationScoped
public class Editor {
  private final ChatModel first;
  private final ChatModel second;

  Editor(@Named("openai") ChatModel first, @Named("anthropic") ChatModel second) {
    this.first = first;
    this.second = second;
  }

  public String ask(String task) {
    try {
      return first.chat(task);
    } catch (RuntimeException e) {
      return second.chat(task);
    }
  }
}
