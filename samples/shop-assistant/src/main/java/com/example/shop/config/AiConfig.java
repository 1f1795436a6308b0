package com.example.shop.config;

import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration
public class AiConfig {

  @Bean
  @Primary
  public ChatClient openAiChat(OpenAiChatModel model) {
    return ChatClient.builder(model)
        .defaultSystem("You help customers of an outdoor shop. Answer briefly.")
        .build();
  }

  @Bean
  public ChatClient anthropicChat(AnthropicChatModel model) {
    return ChatClient.builder(model)
        .defaultSystem("You help customers of an outdoor shop. Answer briefly.")
        .build();
  }
}
