package com.example.guide;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.model.chat.ChatModel;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the last good sentence, and shows it while the provider is down. */
@ApplicationScoped
public class Teasers {
  private final ChatModel model;
  private final Cache<String, String> lastGood =
      Caffeine.newBuilder().maximumSize(10_000).build();

  Teasers(ChatModel model) {
    this.model = model;
  }

  public String teaser(Place place) {
    try {
      String fresh = model.chat("One sentence about: " + place.ownersText());
      lastGood.put(place.id(), fresh);
      return fresh;
    } catch (RuntimeException e) {
      Log.warnf(e, "showing the last good teaser of %s", place.id());
      return lastGood.get(place.id(), id -> place.ownersText());
    }
  }
}
