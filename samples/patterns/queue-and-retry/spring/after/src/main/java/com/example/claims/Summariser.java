package com.example.claims;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.kafka.annotation.DltHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.retry.annotation.Backoff;
import org.springframework.stereotype.Component;

/** Tries again over six hours, so that an outage of twenty minutes costs time and no claim. */
@Component
public class Summariser {
  private static final Logger LOG = LoggerFactory.getLogger(Summariser.class);

  private final ChatClient chat;
  private final Summaries summaries;

  public Summariser(ChatClient.Builder builder, Summaries summaries) {
    this.chat = builder.build();
    this.summaries = summaries;
  }

  @RetryableTopic(
      attempts = "10",
      backoff = @Backoff(delay = 60_000, multiplier = 2, maxDelay = 3_600_000))
  @KafkaListener(topics = "claims.created")
  public void summarise(Claim claim) {
    String summary = chat.prompt().user("Sum up: " + claim.text()).call().content();
    summaries.save(claim.id(), summary);
  }

  @DltHandler
  public void gaveUp(Claim claim) {
    LOG.error("no summary of claim {} after ten attempts", claim.id());
  }
}
