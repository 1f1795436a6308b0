package com.example.newsroom.archive;

import com.example.newsroom.Article;
import com.openai.client.OpenAIClient;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.embeddings.EmbeddingModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Detached: the request goes on while the archive is filled on another thread. */
public class Archive {
  private final OpenAIClient openAi;
  private final ExecutorService background = Executors.newSingleThreadExecutor();
  private final Map<String, List<Float>> vectors = new ConcurrentHashMap<>();

  public Archive(OpenAIClient openAi) {
    this.openAi = openAi;
  }

  public void addLater(Article article) {
    background.execute(() -> add(article));
  }

  private void add(Article article) {
    EmbeddingCreateParams params =
        EmbeddingCreateParams.builder()
            .model(EmbeddingModel.TEXT_EMBEDDING_3_SMALL)
            .input(article.text())
            .build();
    CreateEmbeddingResponse response = openAi.embeddings().create(params);
    vectors.put(article.title(), response.data().get(0).embedding());
  }
}
