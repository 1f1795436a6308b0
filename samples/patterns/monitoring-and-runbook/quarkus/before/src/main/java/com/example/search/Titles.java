package com.example.search;

import dev.langchain4j.model.chat.ChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has an answer for an outage, and nobody would ever know that it is used. */
@ApplicationScoped
public class Titles {
  @Inject ChatModel model;

  public String title(String text) {
    try {
      return model.chat("A title for: " + text);
    } catch (RuntimeException e) {
      return FirstWords.of(text);
    }
  }
}
