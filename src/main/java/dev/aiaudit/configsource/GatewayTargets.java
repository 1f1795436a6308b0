package dev.aiaudit.configsource;

import dev.aiaudit.model.FactVerdict;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who answers behind a gateway. */
final class GatewayTargets {

  /** Prefixes and schema names of gateways that are no words of providers. */
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("azure", "azure-openai"),
          Map.entry("azureopenai", "azure-openai"),
          Map.entry("vertexai", "google"),
          Map.entry("gcpvertexai", "google"),
          Map.entry("gcpanthropic", "google"),
          Map.entry("gemini", "google"),
          Map.entry("google", "google"),
          Map.entry("awsbedrock", "bedrock"),
          Map.entry("awsanthropic", "bedrock"),
          Map.entry("sagemaker", "sagemaker"),
          Map.entry("together", "together"),
          Map.entry("togetherai", "together"),
          Map.entry("fireworks", "fireworks"),
          Map.entry("hostedvllm", "self-hosted"),
          Map.entry("github", "github-models"));

  /** What providers answer in an outage: 500, overloaded, unavailable. */
  private static final Set<String> OUTAGE = Set.of("500", "503", "529");

  private GatewayTargets() {}

  /** The provider of a name such as {@code vertex_ai} or {@code AWSBedrock}. */
  static String named(AiNames names, String name) {
    String bare = ConfigKey.canonical(name).replaceAll("[^a-z0-9]", "");
    return Optional.ofNullable(PREFIXES.get(bare))
        .or(() -> names.known(bare))
        .or(() -> names.words(name))
        .orElse("unknown");
  }

  /** The provider of a model id with a prefix; the prefix is who serves it. */
  static String ofModel(AiNames names, String model) {
    int slash = model.indexOf('/');
    String prefixed = named(names, slash < 0 ? model : model.substring(0, slash));
    return prefixed.equals("unknown") ? names.model(model).orElse("unknown") : prefixed;
  }

  /** Who answers at an address of a gateway's target. */
  static String host(AiNames names, String url) {
    if (url.contains("os.environ") || url.contains("${")) {
      return names.words(url).orElse("configured");
    }
    return names
        .host(url, true)
        .orElseGet(() -> names.words(hostOf(url)).orElse(inside(url) ? "self-hosted" : "unknown"));
  }

  private static String hostOf(String url) {
    int scheme = url.indexOf("://");
    return url.substring(scheme < 0 ? 0 : scheme + 3).split("[:/?#]", 2)[0];
  }

  private static boolean inside(String url) {
    String host = hostOf(url);
    return host.indexOf('.') < 0
        || host.endsWith(".local")
        || host.contains(".svc")
        || host.endsWith(".internal")
        || host.matches("(10|127|172|192)\\.[0-9.]+");
  }

  /**
   * Whether a fallback crosses providers and acts on the codes of an outage.
   *
   * @param codes those that it acts on; none for all
   * @param providers whose codes it has to know; none for any
   */
  static FactVerdict verdict(boolean crosses, Set<String> codes, Set<String> providers) {
    boolean overloaded = providers.isEmpty() || providers.contains("anthropic");
    Set<String> needed = overloaded ? OUTAGE : Set.of("500", "503");
    return !codes.isEmpty() && !codes.containsAll(needed)
        ? FactVerdict.INEFFECTIVE
        : Gateways.crossing(crosses);
  }

  static String on(Set<String> codes) {
    return codes.isEmpty() ? "" : ", only on " + String.join(", ", codes);
  }
}
