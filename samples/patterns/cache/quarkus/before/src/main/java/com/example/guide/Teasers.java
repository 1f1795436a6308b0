package com.example.guide;

import dev.langchain4j.model.chat.ChatModel;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;

/** A cache in front of the call saves requests; what it has not got, the provider must answer. */
@ApplicationScoped
public class Teasers {
  private final ChatModel model;

  Teasers(ChatModel model) {
    this.model = model;
  }

  @CacheResult(cacheName = "teasers")
  public String teaser(Place place) {
    return model.chat("One sentence about: " + place.ownersText());
  }
}
