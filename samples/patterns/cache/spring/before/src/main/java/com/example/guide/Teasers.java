package com.example.guide;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Component;

/** A cache in front of the call saves requests; what it has not got, the provider must answer. */
@Component
public class Teasers {
  private final ChatClient chat;

  public Teasers(ChatClient.Builder builder) {
    this.chat = builder.build();
  }

  @Cacheable(cacheNames = "teasers", key = "#place.id()")
  public String teaser(Place place) {
    return chat.prompt().user("One sentence about: " + place.ownersText()).call().content();
  }
}
