package com.example.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider that answers 500 to everything, as in the outage, and one that does not answer. */
class TriageTest {
  private HttpServer provider;

  @BeforeEach
  void start() throws IOException {
    provider =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(500, -1);
          exchange.close();
        });
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  @Test
  void anOutageSendsLettersToADeskByKeyword() {
    ChatModel model =
        OpenAiChatModel.builder()
            .baseUrl("http://localhost:" + provider.getAddress().getPort())
            .apiKey("test")
            .modelName("gpt-4o")
            .maxRetries(0)
            .build();

    assertEquals(Desk.DELIVERY, new Triage(model).desk("Where is my parcel?"));
  }

  @Test
  void aHangDoesTheSame() {
    ChatModel model =
        new ChatModel() {
          @Override
          public ChatResponse doChat(ChatRequest request) {
            throw new TimeoutException("8 s");
          }
        };

    assertEquals(Desk.BILLING, new Triage(model).desk("My invoice is wrong"));
  }
}
