package com.example.news;

import dev.langchain4j.model.chat.ChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The fallback is another model of OpenAI: all of them answered 500. */
@ApplicationScoped
public class Editor {
  private final ChatModel first;
  private final ChatModel second;

  Editor(@Named("openai") ChatModel first, @Named("openai-small") ChatModel second) {
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
