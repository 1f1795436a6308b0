package com.example.triage;

import dev.langchain4j.model.chat.ChatModel;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/** Has a fallback, which TriageTest runs with a provider that is down. */
@ApplicationScoped
public class Triage {
  private final ChatModel model;

  Triage(ChatModel model) {
    this.model = model;
  }

  public Desk desk(String letter) {
    try {
      return Desk.valueOf(model.chat("BILLING, DELIVERY or GENERAL? " + letter));
    } catch (RuntimeException e) {
      Log.warn("triage by keyword", e);
      return Desk.byKeyword(letter);
    }
  }
}
