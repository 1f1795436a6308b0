package com.example.newsroom;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program for the night shift: its caller can simply run it again. */
public final class DigestCommand {
  private DigestCommand() {}

  public static void main(String[] args) throws IOException {
    AnthropicClient anthropic = Clients.anthropic();
    String texts = Files.readString(Path.of(args[0]));
    Message digest =
        anthropic
            .messages()
            .create(
                MessageCreateParams.builder()
                    .model("claude-sonnet-4-5")
                    .maxTokens(2000L)
                    .addUserMessage("A digest of: " + texts)
                    .build());
    System.out.println(digest.content().get(0).asText().text());
  }
}
