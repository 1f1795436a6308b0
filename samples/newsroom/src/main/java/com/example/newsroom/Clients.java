package com.example.newsroom;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import java.time.Duration;

/** The clients of both providers, each with a timeout that a reader can bear. */
public final class Clients {
  private Clients() {}

  public static AnthropicClient anthropic() {
    return AnthropicOkHttpClient.builder()
        .apiKey(System.getenv("ANTHROPIC_API_KEY"))
        .timeout(Duration.ofSeconds(10))
        .maxRetries(1)
        .build();
  }

  public static OpenAIClient openAi() {
    return OpenAIOkHttpClient.builder()
        .apiKey(System.getenv("OPENAI_API_KEY"))
        .timeout(Duration.ofSeconds(10))
        .maxRetries(1)
        .build();
  }
}
