package com.example.replies;

import dev.langchain4j.model.chat.ChatModel;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class ReplyWriter {
  private final ChatModel model;

  ReplyWriter(ChatModel model) {
    this.model = model;
  }

  public String reply(String letter) {
    return model.chat("Answer this letter: " + letter);
  }
}
