package com.example.search;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Component;

/** Counts each call by its outcome; ops/alerts.yml pages somebody when too many fail. */
@Component
public class Titles {
  private static final Logger LOG = LoggerFactory.getLogger(Titles.class);

  private final ChatClient chat;
  private final MeterRegistry metrics;

  public Titles(ChatClient.Builder builder, MeterRegistry metrics) {
    this.chat = builder.build();
    this.metrics = metrics;
  }

  public String title(String text) {
    try {
      String title = chat.prompt().user("A title for: " + text).call().content();
      count("answered");
      return title;
    } catch (RuntimeException e) {
      count("failed");
      LOG.warn("OpenAI failed, taking the first words as a title", e);
      return FirstWords.of(text);
    }
  }

  private void count(String outcome) {
    metrics.counter("ai.calls", "provider", "openai", "outcome", outcome).increment();
  }
}
