package com.example.newsroom.headline;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.example.newsroom.Article;

public class ClaudeHeadlineWriter implements HeadlineWriter {
  private final AnthropicClient anthropic;

  public ClaudeHeadlineWriter(AnthropicClient anthropic) {
    this.anthropic = anthropic;
  }

  @Override
  public String headline(Article article) {
    MessageCreateParams params =
        MessageCreateParams.builder()
            .model("claude-sonnet-4-5")
            .maxTokens(100L)
            .addUserMessage("A headline for: " + article.text())
            .build();
    Message message = anthropic.messages().create(params); // finding: AIA001
    return message.content().get(0).asText().text();
  }
}
