package com.example.newsroom.summary;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.MessageCreateParams;
import com.example.newsroom.Article;
import com.openai.client.OpenAIClient;
import com.openai.errors.OpenAIException;
import com.openai.models.ChatModel;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** OpenAI first, then Anthropic, then the first sentences: survives the outage of either. */
public class Summaries {
  private final OpenAIClient openAi;
  private final AnthropicClient anthropic;

  public Summaries(OpenAIClient openAi, AnthropicClient anthropic) {
    this.openAi = openAi;
    this.anthropic = anthropic;
  }

  public String summarise(Article article) {
    ChatCompletionCreateParams params =
        ChatCompletionCreateParams.builder()
            .model(ChatModel.GPT_4O_MINI)
            .addUserMessage("Summarise: " + article.text())
            .build();
    try {
      ChatCompletion completion = openAi.chat().completions().create(params);
      return completion.choices().get(0).message().content().orElse(article.beginning(300));
    } catch (OpenAIException e) {
      return summariseElsewhere(article);
    }
  }

  private String summariseElsewhere(Article article) {
    MessageCreateParams params =
        MessageCreateParams.builder()
            .model("claude-haiku-4-5")
            .maxTokens(300L)
            .addUserMessage("Summarise: " + article.text())
            .build();
    try {
      return anthropic.messages().create(params).content().get(0).asText().text();
    } catch (RuntimeException e) {
      return article.beginning(300);
    }
  }
}
