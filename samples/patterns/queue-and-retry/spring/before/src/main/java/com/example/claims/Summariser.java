package com.example.claims;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Component;

@Component
public class Summariser {
  private final ChatClient chat;
  private final Summaries summaries;

  public Summariser(ChatClient.Builder builder, Summaries summaries) {
    this.chat = builder.build();
    this.summaries = summaries;
  }

  public void summarise(Claim claim) {
    String summary = chat.prompt().user("Sum up: " + claim.text()).call().content();
    summaries.save(claim.id(), summary);
  }
}
