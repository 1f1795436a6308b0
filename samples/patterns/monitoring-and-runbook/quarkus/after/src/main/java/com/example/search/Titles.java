package com.example.search;

import dev.langchain4j.model.chat.ChatModel;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts each call by its outcome; ops/alerts.yml pages somebody when too many fail. */
@ApplicationScoped
public class Titles {
  @Inject ChatModel model;
  @Inject MeterRegistry metrics;

  public String title(String text) {
    try {
      String title = model.chat("A title for: " + text);
      count("answered");
      return title;
    } catch (RuntimeException e) {
      count("failed");
      Log.warn("OpenAI failed, taking the first words as a title", e);
      return FirstWords.of(text);
    }
  }

  private void count(String outcome) {
    metrics.counter("ai.calls", "provider", "openai", "outcome", outcome).increment();
  }
}
