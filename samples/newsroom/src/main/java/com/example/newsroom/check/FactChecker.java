package com.example.newsroom.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** OpenAI without an SDK. */
public class FactChecker {
  private static final URI COMPLETIONS = URI.create("https://api.openai.com/v1/chat/completions");

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private final ObjectMapper json = new ObjectMapper();

  public String check(String claim) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(COMPLETIONS)
              .timeout(Duration.ofSeconds(15))
              .header("Authorization", "Bearer " + System.getenv("OPENAI_API_KEY"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body(claim)))
              .build();
      HttpResponse<String> response =
          http.send(request, BodyHandlers.ofString()); // finding: AIA001
      if (response.statusCode() != 200) {
        throw new IllegalStateException("OpenAI answered " + response.statusCode());
      }
      return json.readTree(response.body()).at("/choices/0/message/content").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String body(String claim) {
    JsonNode body =
        json.valueToTree(
            Map.of(
                "model",
                "gpt-4o",
                "messages",
                List.of(Map.of("role", "user", "content", "Is this true? " + claim))));
    return body.toString();
  }
}
