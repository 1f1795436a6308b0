package dev.aiaudit.configsource;

import dev.aiaudit.model.FactKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a key is for, told by its spelling alone. */
final class KeyMeaning {

  private static final List<String> FRAMEWORKS =
      List.of("spring.ai.", "langchain4j.", "quarkus.langchain4j.");

  private static final List<String> FRAMEWORK_VARIABLES =
      List.of("SPRING_AI_", "LANGCHAIN4J_", "QUARKUS_LANGCHAIN4J_");

  private static final List<String> NO_PROVIDER =
      List.of(
          "vectorstore",
          "pgvector",
          "milvus",
          "qdrant",
          "weaviate",
          "chroma",
          "pinecone",
          ".mcp.",
          "chat.memory",
          "logging.",
          "management.",
          ".observations.",
          "springdoc",
          "tavily",
          "langfuse",
          "documentintelligence",
          "formrecognizer",
          "postgres",
          "mysql",
          "mongodb",
          "redis",
          "databaseurl",
          "datasource");

  private static final List<String> URLS =
      List.of(
          "baseurl",
          "endpoint",
          "apiurl",
          "apibase",
          "apihost",
          "serverurl",
          "host",
          "url",
          "uri",
          "hostname",
          "baseuri",
          "domain");

  private static final List<String> MODELS =
      List.of("model", "modelname", "modelid", "deployment", "deploymentname", "deploymentid");

  private static final List<String> MODEL_WORDS =
      List.of("ai", "llm", "chat.model", "embedding", "genai", "chat.language.model", "aimodel");

  /** A number of tokens, not one that opens a door. */
  private static final Pattern AMOUNT =
      Pattern.compile("(max|min|num|output|input|total)\\w*token");

  private KeyMeaning() {}

  /** Whether an AI framework owns the key. */
  static boolean framework(String key) {
    return FRAMEWORKS.stream().anyMatch(key::startsWith)
        || FRAMEWORK_VARIABLES.stream().anyMatch(key::startsWith);
  }

  /** Whether the key holds for whatever provider the framework uses. */
  static boolean frameworkWide(String key) {
    return framework(key)
        && (!key.startsWith("spring.ai.")
            || key.startsWith("spring.ai.retry.")
            || key.startsWith("spring.ai.chat.client"));
  }

  /** Whether words of the key speak of models in general. */
  static boolean aboutModels(String key) {
    String framed = "." + key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ".") + ".";
    return MODEL_WORDS.stream().anyMatch(w -> framed.contains("." + w + "."));
  }

  /** Whether the key is about something next to AI that is no provider. */
  static boolean beside(String key) {
    String bare = ConfigKey.canonical(key);
    String lower = key.toLowerCase(Locale.ROOT);
    return NO_PROVIDER.stream().anyMatch(n -> bare.contains(n) || lower.contains(n));
  }

  static Optional<FactKind> of(String key) {
    String bare = ConfigKey.canonical(key);
    String last = bare.substring(bare.lastIndexOf('.') + 1);
    if (last.contains("timeout") || bare.contains(".timeout.")) {
      return Optional.of(FactKind.TIMEOUT);
    }
    if (retry(bare, last)) {
      return Optional.of(FactKind.RETRY);
    }
    if (bare.startsWith("spring.ai.model.") || bare.endsWith("model.provider")) {
      return Optional.of(FactKind.MODEL);
    }
    if (Secrets.named(key) && !last.contains("tokenizer") && !AMOUNT.matcher(last).find()) {
      return Optional.of(FactKind.API_KEY_REF);
    }
    boolean azureResource = last.endsWith("openaiservice") || bare.endsWith("openai.service");
    if (azureResource || URLS.stream().anyMatch(last::endsWith)) {
      return Optional.of(FactKind.BASE_URL);
    }
    if (last.contains("fallback")) {
      return Optional.of(FactKind.FALLBACK);
    }
    if (MODELS.stream().anyMatch(last::endsWith)
        || bare.endsWith("model.id")
        || bare.endsWith("model.name")) {
      return Optional.of(FactKind.MODEL);
    }
    return Optional.empty();
  }

  private static boolean retry(String bare, String last) {
    return last.contains("retries")
        || last.contains("maxattempts")
        || last.equals("retry")
        || last.endsWith("maxretry")
        || bare.contains(".retry.");
  }

  /** Keys of fault-tolerance libraries. */
  static Optional<FactKind> guard(String key) {
    String bare = ConfigKey.canonical(key);
    if (bare.startsWith("resilience4j.circuitbreaker.")) {
      return Optional.of(FactKind.CIRCUIT_BREAKER);
    }
    if (bare.startsWith("resilience4j.retry.") || bare.endsWith("/retry/maxretries")) {
      return Optional.of(FactKind.RETRY);
    }
    if (bare.startsWith("resilience4j.timelimiter.") || bare.endsWith("/timeout/value")) {
      return Optional.of(FactKind.TIMEOUT);
    }
    boolean breaker = bare.contains("/circuitbreaker/");
    return breaker ? Optional.of(FactKind.CIRCUIT_BREAKER) : Optional.empty();
  }
}
