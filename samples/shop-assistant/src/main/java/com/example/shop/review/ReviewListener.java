package com.example.shop.review;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Detached: nobody waits, and the broker keeps the message while the provider is down. */
@Component
public class ReviewListener {
  private final ChatClient openAiChat;
  private final KafkaTemplate<String, String> kafka;

  public ReviewListener(ChatClient openAiChat, KafkaTemplate<String, String> kafka) {
    this.openAiChat = openAiChat;
    this.kafka = kafka;
  }

  @KafkaListener(topics = "reviews.submitted")
  public void onReview(String review) {
    String mood = openAiChat.prompt().user("Mood of this review: " + review).call().content();
    kafka.send("reviews.rated", mood);
  }
}
