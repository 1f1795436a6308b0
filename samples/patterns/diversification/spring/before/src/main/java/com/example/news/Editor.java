package com.example.news;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.stereotype.Component;

/** The fallback is another model of OpenAI: all of them answered 500. */
@Component
public class Editor {
  private final ChatClient chat;

  public Editor(ChatClient.Builder builder) {
    this.chat = builder.build();
  }

  public String ask(String task) {
    try {
      return chat.prompt().user(task).call().content();
    } catch (RuntimeException e) {
      return chat.prompt()
          .options(OpenAiChatOptions.builder().model("gpt-4o-mini").build())
          .user(task)
          .call()
          .content();
    }
  }
}
