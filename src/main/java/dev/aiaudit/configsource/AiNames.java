package dev.aiaudit.configsource;

import dev.aiaudit.catalog.ArtifactEntry;
import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.HostEntry;
import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.catalog.data.DataNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What names in builds and settings say about AI providers, according to the catalogue. */
public final class AiNames {

  /**
   * A container image that serves or routes models.
   *
   * @param image part of the image name
   * @param provider provider id
   * @param gateway whether it routes
   */
  public record Image(String image, String provider, boolean gateway) {}

  /** A key that looks effective; the pattern is of its canonical form. */
  private record UnreadKey(Pattern key, String reason) {}

  private static final Set<String> NO_PROVIDER =
      Set.of("vector-store", "mcp", "in-process", "http-client", "agent-protocol");

  /** Parts of AI libraries that other software uses alone. */
  private static final Set<String> NOT_AI =
      Set.of("azure-core", "azure-search-documents", "libraries-bom", "bom", "sdk-core");

  /** What is written about or around an SDK and calls no model itself. */
  private static final List<String> ABOUT =
      List.of("instrumentation", "opentelemetry", "test", "mock", "grammar", "tokenizer");

  /** Parts of AI frameworks that store, search, read or connect, and ask no model themselves. */
  private static final List<String> BESIDE =
      List.of(
          "vector-store",
          "elasticsearch",
          "opensearch",
          "pgvector",
          "couchbase",
          "hibernate",
          "oracle",
          "neo4j",
          "redis",
          "milvus",
          "qdrant",
          "weaviate",
          "pinecone",
          "chroma",
          "cassandra",
          "infinispan",
          "mongodb",
          "coherence",
          "mariadb",
          "tablestore",
          "typesense",
          "web-search",
          "http-client",
          "document-",
          "chat-memory",
          "code-execution",
          "mcp",
          "oidc");

  private static final List<String> HINTS =
      List.of(
          "spring_",
          "quarkus_",
          "open-ai",
          "open_ai",
          "api_key",
          "api-key",
          "apikey",
          "llm",
          "vertex",
          "groq",
          "nvidia",
          "langchain4j",
          "ai.",
          "ai_");

  private final Catalog catalog;
  private final Map<String, String> words = new LinkedHashMap<>();
  private final Map<String, String> alone = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> packages = new LinkedHashMap<>();
  private final List<Image> images;
  private final List<UnreadKey> unread;

  /**
   * Names of a catalogue.
   *
   * @param catalog with its section {@code config}
   */
  public AiNames(Catalog catalog) {
    this.catalog = catalog;
    List<DataNode> files = catalog.data().section("config");
    for (DataNode file : files) {
      file.entries("words").forEach((word, id) -> words.put(word, id.text()));
      file.entries("alone").forEach((word, id) -> alone.put(word, id.text()));
      file.entries("packages")
          .forEach(
              (ecosystem, names) -> {
                Map<String, String> byName = new LinkedHashMap<>();
                names.entries().forEach((name, id) -> byName.put(name, id.text()));
                packages.put(ecosystem, byName);
              });
    }
    images =
        files.stream()
            .flatMap(file -> file.items("images").stream())
            .map(
                n ->
                    new Image(
                        n.text("image"), n.text("provider"), n.text("kind").equals("gateway")))
            .toList();
    unread =
        files.stream()
            .flatMap(file -> file.items("unread").stream())
            .map(n -> new UnreadKey(Pattern.compile(n.text("key")), n.text("reason")))
            .toList();
  }

  /**
   * The provider that a library needs.
   *
   * @param modules artifact ids of the scanned tree itself, which are no libraries
   * @return {@code configured} for a framework; empty if it calls no model over the network
   */
  public Optional<String> artifact(String group, String artifact, Set<String> modules) {
    if (NOT_AI.contains(artifact) || artifact.contains("web-search-engine")) {
      return Optional.empty();
    }
    Optional<ArtifactEntry> entry = catalog.artifact(group, artifact);
    if (entry.isEmpty()) {
      boolean about = ABOUT.stream().anyMatch(artifact::contains);
      return about || modules.contains(artifact) ? Optional.empty() : words(artifact);
    }
    Optional<String> category = catalog.sdk(entry.get().sdk()).map(Sdk::category);
    boolean local = catalog.sdk(entry.get().sdk()).map(Sdk::inProcess).orElse(false);
    return local || category.filter(NO_PROVIDER::contains).isPresent()
        ? Optional.empty()
        : Optional.of(entry.get().provider().filter(p -> !p.isEmpty()).orElse("configured"))
            .filter(p -> !p.equals("local"))
            .filter(p -> !p.equals("configured") || BESIDE.stream().noneMatch(artifact::contains));
  }

  /**
   * Who answers at a URL or host.
   *
   * @param url value of a setting
   * @param related whether something else says that this is an AI endpoint
   */
  public Optional<String> host(String url, boolean related) {
    if (url.isBlank() || url.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    return catalog
        .host(url)
        .filter(
            h ->
                h.kind() == HostEntry.Kind.API
                    || h.kind() == HostEntry.Kind.GATEWAY
                    || h.kind() == HostEntry.Kind.LOCAL)
        .filter(h -> related || !h.weak())
        .map(HostEntry::provider);
  }

  /** The provider that serves a model id unless a URL says otherwise. */
  public Optional<String> model(String id) {
    return catalog.providerOfModel(id);
  }

  /**
   * The provider that a key, variable or artifact id names.
   *
   * @param name in any spelling
   */
  public Optional<String> words(String name) {
    String joined = ConfigKey.canonical(name).replace(".", "");
    for (Map.Entry<String, String> word : words.entrySet()) {
      if (joined.contains(word.getKey())) {
        return Optional.of(word.getValue());
      }
    }
    String framed = "." + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ".") + ".";
    return alone.entrySet().stream()
        .filter(word -> framed.contains("." + word.getKey() + "."))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * Whether a text could be about AI at all: a cheap test before a file is parsed.
   *
   * @param text any text
   */
  public boolean mentionedIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return HINTS.stream().anyMatch(lower::contains)
        || words.keySet().stream().anyMatch(lower::contains);
  }

  /**
   * Why a library does not read a key that looks like one of its own.
   *
   * @param key as written
   */
  public Optional<String> unread(String key) {
    String canonical = ConfigKey.canonical(key);
    return unread.stream()
        .filter(u -> u.key().matcher(canonical).matches())
        .map(UnreadKey::reason)
        .findFirst();
  }

  /** All images that the catalogue knows. */
  List<Image> images() {
    return images;
  }

  /** The provider of this id, whatever separates its words. */
  Optional<String> known(String bare) {
    return catalog.providers().keySet().stream()
        .filter(id -> id.replace("-", "").equals(bare))
        .findFirst();
  }

  /** Whether a provider is a gateway to others. */
  boolean gateway(String provider) {
    return Optional.ofNullable(catalog.providers().get(provider))
        .filter(p -> p.kind().equals("gateway"))
        .isPresent();
  }

  /** The first entry that an image name contains. */
  public Optional<Image> image(String name) {
    String repository = name.toLowerCase(Locale.ROOT);
    return images.stream().filter(i -> repository.contains(i.image())).findFirst();
  }

  /**
   * The provider that a package of another language needs.
   *
   * @param ecosystem {@code npm}, {@code pypi} or {@code go}
   * @param name as the ecosystem writes it
   */
  public Optional<String> foreign(String ecosystem, String name) {
    return Optional.ofNullable(packages.getOrDefault(ecosystem, Map.of()).get(name));
  }
}
