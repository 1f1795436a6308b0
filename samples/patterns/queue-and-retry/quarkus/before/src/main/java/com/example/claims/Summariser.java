package com.example.claims;

import dev.langchain4j.model.chat.ChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
public class Summariser {
  @Inject ChatModel model;
  @Inject Summaries summaries;

  public void summarise(Claim claim) {
    summaries.save(claim.id(), model.chat("Sum up: " + claim.text()));
  }
}
