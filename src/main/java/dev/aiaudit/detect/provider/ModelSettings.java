package dev.aiaudit.detect.provider;

import dev.aiaudit.configsource.ConfigValue;
import dev.aiaudit.configsource.Profiles;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings of Spring AI, LangChain4j, Micronaut and Quarkus that select a model, point it at a host
 * and name it.
 */
final class ModelSettings {
  private static final List<String> ROOTS =
      List.of("spring.ai", "langchain4j", "quarkus.langchain4j");

  /** Who answers on the machine that the application runs on. */
  private static final Set<String> AT_HAND = Set.of("self-hosted", "ollama");

  private final Basis at;
  private final Hosts hosts;

  ModelSettings(Basis at, Hosts hosts) {
    this.at = at;
    this.hosts = hosts;
  }

  /** The provider that a selector names; {@code local} for one inside the JVM. */
  Optional<String> selected(String module, Operation operation, String hint) {
    List<String> keys = new ArrayList<>();
    String kind = springKind(operation);
    keys.add("spring.ai.model." + kind);
    keys.add("spring.ai.model." + kind + ".text");
    if (!hint.isEmpty()) {
      keys.add("quarkus.langchain4j." + hint + "." + modelKind(operation) + ".provider");
    }
    keys.add("quarkus.langchain4j." + modelKind(operation) + ".provider");
    return keys.stream()
        .flatMap(k -> at.setting(module, k).stream())
        .filter(ConfigValue::known)
        .filter(v -> !v.inactive() || v.profile().filter(Profiles::production).isPresent())
        .map(ConfigValue::value)
        .filter(v -> !v.equals("none"))
        .flatMap(v -> provider(v).stream())
        .findFirst();
  }

  private Optional<String> provider(String word) {
    if (word.equals("transformers") || at.catalog().inProcess(word)) {
      return Optional.of("local");
    }
    // A class name of an in-process model is as good as the class in the catalogue.
    return word.contains(".onnx.")
        ? Optional.of("local")
        : at.names().words(word).or(() -> at.catalog().provider(word));
  }

  /** Whether settings switch a provider's model off. */
  boolean disabled(String module, Operation operation, String provider) {
    List<String> keys = new ArrayList<>();
    for (String spelling : ProviderKeys.of(provider)) {
      keys.add("spring.ai." + spelling + "." + springKind(operation) + ".enabled");
      keys.add("spring.ai." + spelling + ".enabled");
      keys.add("quarkus.langchain4j." + spelling + ".enable-integration");
      keys.add("quarkus.langchain4j." + spelling + "." + modelKind(operation) + ".enabled");
    }
    return keys.stream()
        .flatMap(k -> at.setting(module, k).stream())
        .anyMatch(v -> v.value().equals("false") && v.evidence() != Evidence.ASSUMED);
  }

  /**
   * Who answers for a provider's model as the settings point it, and what the model is.
   *
   * @param name of the model where the framework has several, may be empty
   */
  Clue clue(String module, Operation operation, String provider, String name) {
    Clue pin = Clue.of(provider, Evidence.DERIVED);
    Clue out = Clue.NONE;
    for (String key : keys(operation, provider, name, List.of("base-url", "endpoint"))) {
      Optional<ConfigValue> value = at.setting(module, key);
      if (out.isEmpty() && value.isPresent()) {
        out = pointed(value.get(), Optional.of(provider));
      }
    }
    return out.orElse(pin).withModels(models(module, operation, provider, name));
  }

  /**
   * A value of a profile that is not active is one more possibility, unless nobody runs it in
   * production. Quarkus always has an active profile, so there it is none.
   */
  private Clue pointed(ConfigValue value, Optional<String> pin) {
    if (!value.inactive()) {
      Text url = Properties.text(value);
      if (url.open()) {
        // The settings name one provider, and nothing says that the address is another's.
        return Clue.pinned(pin, Evidence.ASSUMED);
      }
      Clue here = hosts.clue(url, pin);
      return trial(value) && AT_HAND.containsAll(here.providers())
          ? here.or(elsewhere(value, pin))
          : here;
    }
    Clue out = Clue.pinned(pin, Evidence.DERIVED);
    if (value.key().startsWith("quarkus.")) {
      return out;
    }
    List<ConfigValue> all = new ArrayList<>(value.losers());
    all.add(value);
    for (ConfigValue one : all) {
      if (!trial(one)) {
        out = out.or(hosts.clue(Properties.text(one), pin));
      }
    }
    return out;
  }

  /** Who answers where the stub of a trial profile does not. */
  private Clue elsewhere(ConfigValue value, Optional<String> pin) {
    return value.losers().stream()
        .filter(l -> l.profile().isEmpty())
        .findFirst()
        .map(l -> hosts.clue(Properties.text(l), pin))
        .orElse(Clue.NONE)
        .orElse(Clue.pinned(pin, Evidence.DERIVED));
  }

  private static boolean trial(ConfigValue value) {
    return value.profile().filter(Profiles::trial).isPresent();
  }

  private Set<String> models(String module, Operation operation, String provider, String name) {
    List<String> last =
        List.of(
            "options.model",
            "model",
            "model-name",
            "model-id",
            "options.deployment-name",
            "deployment-name");
    for (String key : keys(operation, provider, name, last)) {
      Optional<ConfigValue> value = at.setting(module, key);
      if (value.isPresent() && value.get().known() && names(value.get())) {
        return new TreeSet<>(Set.of(value.get().value()));
      }
    }
    return Set.of();
  }

  /** What only a profile says that is not active names the model of nobody. */
  private static boolean names(ConfigValue value) {
    return !value.inactive() && !value.value().isBlank();
  }

  private List<String> keys(Operation operation, String provider, String name, List<String> last) {
    List<String> out = new ArrayList<>();
    for (String spelling : ProviderKeys.of(provider)) {
      for (String root : ROOTS) {
        String base = root + "." + spelling;
        String kind = root.equals("spring.ai") ? springKind(operation) : modelKind(operation);
        for (String end : last) {
          if (!name.isEmpty() && root.startsWith("quarkus")) {
            out.add(root + "." + spelling + "." + name + "." + kind + "." + end);
            out.add(root + "." + spelling + "." + name + "." + end);
          }
          out.add(base + "." + kind + "." + end);
          if (operation == Operation.CHAT && root.equals("langchain4j")) {
            out.add(base + ".streaming-chat-model." + end);
          }
        }
        last.forEach(end -> out.add(base + "." + end));
      }
    }
    return out;
  }

  private static String springKind(Operation operation) {
    return switch (operation) {
      case EMBEDDING -> "embedding";
      case IMAGE -> "image";
      case AUDIO -> "audio.transcription";
      case MODERATION -> "moderation";
      default -> "chat";
    };
  }

  private static String modelKind(Operation operation) {
    return springKind(operation).split("\\.")[0] + "-model";
  }
}
