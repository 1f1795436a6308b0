package com.example.search;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

class Models {
  @Produces
  @ApplicationScoped
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
}
