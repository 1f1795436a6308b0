package com.example.news;

import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class Chats {
  @Bean
  public ChatClient openAiChat(OpenAiChatModel model) {
    return ChatClient.create(model);
  }

  @Bean
  public ChatClient anthropicChat(AnthropicChatModel model) {
    return ChatClient.create(model);
  }
}
