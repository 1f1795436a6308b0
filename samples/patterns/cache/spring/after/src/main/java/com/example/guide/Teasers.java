package com.example.guide;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;

/** Keeps the last good sentence, and shows it while the provider is down. */
@Component
public class Teasers {
  private static final Logger LOG = LoggerFactory.getLogger(Teasers.class);

  private final ChatClient chat;
  private final Cache lastGood;

  public Teasers(ChatClient.Builder builder, CacheManager caches) {
    this.chat = builder.build();
    this.lastGood = caches.getCache("last-good-teasers");
  }

  public String teaser(Place place) {
    try {
      String fresh =
          chat.prompt().user("One sentence about: " + place.ownersText()).call().content();
      lastGood.put(place.id(), fresh);
      return fresh;
    } catch (RuntimeException e) {
      LOG.warn("showing the last good teaser of {}", place.id(), e);
      String earlier = lastGood.get(place.id(), String.class);
      return earlier != null ? earlier : place.ownersText();
    }
  }
}
