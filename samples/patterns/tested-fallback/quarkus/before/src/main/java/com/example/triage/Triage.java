package com.example.triage;

import dev.langchain4j.model.chat.ChatModel;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Has a fallback for a failure that LangChain4j never throws. */
@ApplicationScoped
public class Triage {
  private final ChatModel model;

  Triage(ChatModel model) {
    this.model = model;
  }

  public Desk desk(String letter) {
    try {
      return Desk.valueOf(model.chat("BILLING, DELIVERY or GENERAL? " + letter));
    } catch (UncheckedIOException e) {
      Log.warn("triage by keyword", e);
      return Desk.byKeyword(letter);
    }
  }
}
