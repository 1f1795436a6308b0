package com.example.triage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Component;

/** Has a fallback, which TriageTest runs with a provider that is down. */
@Component
public class Triage {
  private static final Logger LOG = LoggerFactory.getLogger(Triage.class);

  private final ChatClient chat;

  public Triage(ChatClient.Builder builder) {
    this.chat = builder.build();
  }

  public Desk desk(String letter) {
    try {
      return chat.prompt().user("Which desk answers this? " + letter).call().entity(Desk.class);
    } catch (RuntimeException e) {
      LOG.warn("triage by keyword", e);
      return Desk.byKeyword(letter);
    }
  }
}
