package com.example.replies;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Component;

@Component
public class ReplyWriter {
  private final ChatClient chat;

  public ReplyWriter(ChatClient.Builder builder) {
    this.chat = builder.build();
  }

  public String reply(String letter) {
    return chat.prompt().user("Answer this letter: " + letter).call().content();
  }
}
