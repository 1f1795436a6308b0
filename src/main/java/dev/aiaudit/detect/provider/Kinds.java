package dev.aiaudit.detect.provider;

import dev.aiaudit.model.Operation;
import dev.aiaudit.resolve.JavaType;

/** What a client type is for, by its name. */
final class Kinds {

  private Kinds() {}

  /** Whether it needs an embedding model. */
  static boolean embeds(JavaType type) {
    String name = type.simpleName();
    return name.contains("Embedding")
        || name.contains("VectorStore")
        || name.contains("ContentRetriever");
  }

  /** Whether a framework configures it from a starter for models: no tools, no search engines. */
  static boolean usesModel(JavaType type) {
    String name = type.simpleName();
    return !name.startsWith("Mcp") && !name.contains("WebSearch") && !name.contains("Tool");
  }

  /** The operation that a client of a type is for. */
  static Operation of(JavaType type) {
    String name = type.simpleName();
    if (embeds(type)) {
      return Operation.EMBEDDING;
    }
    if (name.contains("Image")) {
      return Operation.IMAGE;
    }
    if (name.contains("Audio") || name.contains("Speech") || name.contains("Transcription")) {
      return Operation.AUDIO;
    }
    if (name.contains("Scoring") || name.contains("Rerank")) {
      return Operation.RERANK;
    }
    return name.contains("Moderation") ? Operation.MODERATION : Operation.CHAT;
  }
}
