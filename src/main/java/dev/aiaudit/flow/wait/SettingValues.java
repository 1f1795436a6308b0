package dev.aiaudit.flow.wait;

import dev.aiaudit.configsource.ConfigValue;
import dev.aiaudit.configsource.Profiles;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.detect.ProviderAnswer;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.detect.provider.ProviderKeys;
import dev.aiaudit.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Settings that hold for a request: of its module, of its provider, of the model that it names, and
 * not only under a profile in which nobody runs it.
 */
final class SettingValues {
  private static final String QUARKUS = "quarkus.langchain4j";

  private final ProjectConfig config;

  SettingValues(ProjectConfig config) {
    this.config = config;
  }

  /** The value of a key for a module. */
  Optional<ConfigValue> value(String module, String key) {
    return config.configuration().value(module, key).flatMap(v -> holding(v, module));
  }

  List<ConfigValue> exact(String module, List<String> keys) {
    return keys.stream().flatMap(k -> value(module, k).stream()).toList();
  }

  /** The values of all keys under prefixes. */
  List<ConfigValue> under(String module, Predicate<String> key, String... prefixes) {
    List<ConfigValue> out = new ArrayList<>();
    for (String prefix : prefixes) {
      config.configuration().under(module, prefix).values().stream()
          .filter(v -> key.test(v.key()))
          .flatMap(v -> holding(v, module).stream())
          .forEach(out::add);
    }
    return out;
  }

  private Optional<ConfigValue> holding(ConfigValue value, String module) {
    return Stream.concat(Stream.of(value), value.losers().stream())
        .filter(v -> config.modules().related(module, config.modules().dirOf(v.location().file())))
        .filter(v -> !v.inactive() || !asideOf(v))
        .findFirst()
        .filter(ConfigValue::known);
  }

  /** Quarkus always has an active profile, so that its others are never in force by themselves. */
  private static boolean asideOf(ConfigValue inactive) {
    return inactive.key().startsWith("quarkus.")
        || inactive.profile().filter(Profiles::trial).isPresent();
  }

  /**
   * The values whose keys name the provider; else those for all providers.
   *
   * @param model name under which Quarkus configures the model, empty for the only one
   */
  static List<ConfigValue> ofProvider(
      List<ConfigValue> all, RequestSite site, Optional<String> model) {
    List<ConfigValue> values =
        all.stream().filter(v -> concerns(v.key(), site.operation())).toList();
    List<ConfigValue> named = new ArrayList<>();
    for (String provider : providers(site.provider())) {
      for (String spelling : ProviderKeys.of(provider)) {
        values.stream()
            .filter(v -> !named.contains(v) && names(plain(v.key()), plain(spelling), model))
            .forEach(named::add);
      }
    }
    if (!named.isEmpty()) {
      return named;
    }
    // The key for all providers is short: langchain4j.timeout.
    List<ConfigValue> general =
        values.stream().filter(v -> v.key().chars().filter(c -> c == '.').count() <= 2).toList();
    boolean open = providers(site.provider()).isEmpty();
    return open ? values : general;
  }

  private static List<String> providers(ProviderAnswer answer) {
    return answer.known() ? List.of(answer.provider()) : answer.candidates();
  }

  private static boolean names(String key, String spelling, Optional<String> model) {
    int at = key.indexOf("." + spelling + ".");
    if (at < 0) {
      return false;
    }
    String rest = key.substring(at + spelling.length() + 2);
    if (!key.startsWith(plain(QUARKUS) + ".")) {
      return true;
    }
    String first = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : "";
    boolean ofOnly = first.isEmpty() || first.endsWith("model");
    return model.map(m -> first.equals(plain(m))).orElse(ofOnly);
  }

  static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace("\"", "");
  }

  /**
   * Whether a key may speak of the request: those of other kinds of models, and of pulling models
   * at the start, do not.
   */
  private static boolean concerns(String key, Operation operation) {
    String k = plain(key);
    boolean embedding = k.contains("embedding");
    boolean image = k.contains(".image");
    boolean chat = k.contains("chatmodel") || k.contains(".chat.");
    return switch (operation) {
          case EMBEDDING -> !chat && !image;
          case IMAGE -> !chat && !embedding;
          case CHAT -> !image && !embedding && !k.contains("moderation");
          default -> !chat && !image && !embedding;
        }
        && !k.contains(".init.");
  }
}
