package com.example.news;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

class Models {
  @Produces
  @ApplicationScoped
  @Named("openai")
  ChatModel openAi(
      @ConfigProperty(name = "openai.base-url") String baseUrl,
      @ConfigProperty(name = "openai.api-key") String key) {
    return OpenAiChatModel.builder()
        .baseUrl(baseUrl)
        .apiKey(key)
        .modelName("gpt-4o")
        .timeout(Duration.ofSeconds(8))
        .maxRetries(1)
        .build();
  }

  @Produces
  @ApplicationScoped
  @Named("anthropic")
  ChatModel anthropic(
      @ConfigProperty(name = "anthropic.base-url") String baseUrl,
      @ConfigProperty(name = "anthropic.api-key") String key) {
    return AnthropicChatModel.builder()
        .baseUrl(baseUrl)
        .apiKey(key)
        .modelName("claude-haiku-4-5")
        .timeout(Duration.ofSeconds(8))
        .maxRetries(1)
        .build();
  }
}
