package dev.aiaudit.flow.around;

import dev.aiaudit.configsource.AiNames;
import dev.aiaudit.configsource.ConfigEntry;
import dev.aiaudit.configsource.ConfigKey;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.flow.proxy.InstanceNames;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Settings of Resilience4j for the calls of a module that no annotation and no code asks for: they
 * read like a time limit or a retry, and nothing is limited or repeated.
 */
final class UnusedLimits {
  private static final String LIBRARY = "io.github.resilience4j.";

  /** The key of a guard, and the name of its annotation; the key is also its package. */
  private static final Map<String, String> ANNOTATIONS =
      Map.of(
          "timelimiter", "TimeLimiter",
          "circuitbreaker", "CircuitBreaker",
          "retry", "Retry",
          "bulkhead", "Bulkhead");

  /** Words of names that speak of AI without naming a provider. */
  private static final Set<String> WORDS = Set.of("ai", "llm", "chat", "model", "embedding");

  private final Surroundings at;
  private final InstanceNames asked;
  private final AiNames providers;
  private final Set<String> told = new HashSet<>();

  UnusedLimits(Surroundings at) {
    this.at = at;
    this.asked = new InstanceNames(at.project());
    this.providers = new AiNames(at.catalog());
  }

  /**
   * A setting that nothing applies.
   *
   * @param where its first line
   * @param text what is wrong, for a sentence
   */
  record Unused(Location where, String text) {}

  /** Those that were meant for a call, each told only once. */
  List<Unused> of(CallSite site) {
    String module = at.config().modules().dirOf(site.location().file());
    List<Unused> out = new ArrayList<>();
    for (String kind : ANNOTATIONS.keySet().stream().sorted().toList()) {
      Map<String, ConfigEntry> instances = instances(kind, module);
      instances
          .keySet()
          .removeIf(name -> asked.mayBeAsked(annotation(kind), name) || !meant(name, site));
      if (!instances.isEmpty() && told.add(module + ':' + kind)) {
        out.add(
            new Unused(
                instances.values().iterator().next().location(),
                "nothing asks for resilience4j."
                    + kind
                    + ".instances."
                    + String.join(", ", instances.keySet())
                    + ", no @"
                    + ANNOTATIONS.get(kind)
                    + " and no code"));
      }
    }
    return out;
  }

  private Map<String, ConfigEntry> instances(String kind, String module) {
    String start = ConfigKey.canonical("resilience4j." + kind + ".instances") + ".";
    Map<String, ConfigEntry> out = new LinkedHashMap<>();
    for (ConfigEntry entry : at.config().configuration().entries()) {
      String[] parts = entry.key().split("\\.");
      boolean here = entry.scope().equals(module) && !entry.test() && parts.length > 3;
      if (here && entry.canonicalKey().startsWith(start)) {
        out.putIfAbsent(parts[3].replace("[", "").replace("]", ""), entry);
      }
    }
    return out;
  }

  /** The annotation that stands for a kind of guard. */
  private static String annotation(String kind) {
    return LIBRARY + kind + ".annotation." + ANNOTATIONS.getOrDefault(kind, "");
  }

  /** Whether the name speaks of AI, or is one that another guard in the code has. */
  private boolean meant(String name, CallSite site) {
    return Stream.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
            .anyMatch(word -> WORDS.contains(word) || word.equals(site.provider()))
        || providers.words(name).isPresent()
        || ANNOTATIONS.keySet().stream().anyMatch(k -> asked.isWritten(annotation(k), name));
  }
}
