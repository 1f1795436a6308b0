package com.example.claims.search;

import com.example.claims.Claim;
import com.example.claims.ClaimStore;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** While the provider is down, every claim looks unique. */
@ApplicationScoped
public class SimilarClaims {
  @Inject EmbeddingModel embeddings;
  @Inject ClaimStore store;

  private final Map<String, Embedding> known = new ConcurrentHashMap<>();

  public List<String> idsLike(Claim claim) {
    try {
      Embedding wanted = embeddings.embed(claim.text()).content(); // finding: AIA002
      return known.entrySet().stream()
          .filter(entry -> CosineSimilarity.between(entry.getValue(), wanted) > 0.9)
          .map(Map.Entry::getKey)
          .toList();
    } catch (RuntimeException e) {
      Log.warn("no similar claims", e);
      return List.of();
    }
  }

  /** Detached: called at night only. */
  void index() {
    for (Claim claim : store.all()) {
      known.computeIfAbsent(claim.id(), id -> embeddings.embed(claim.text()).content());
    }
  }
}
