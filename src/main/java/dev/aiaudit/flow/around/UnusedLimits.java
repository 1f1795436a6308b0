package dev.aiaudit.flow.around;

import dev.aiaudit.configsource.ConfigEntry;
import dev.aiaudit.configsource.ConfigKey;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Location;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import java.util.ArrayList;
import java.util.HashMap;
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

  /** With Spring Cloud a circuit breaker asks for these by its own name. */
  private static final Set<String> BY_FACTORY = Set.of("timelimiter", "circuitbreaker", "bulkhead");

  /** Stands for a name that is a constant or put together. */
  private static final String COMPUTED = "*";

  private static final Set<String> WORDS =
      Set.of(
          "ai",
          "llm",
          "gpt",
          "chatgpt",
          "claude",
          "gemini",
          "chat",
          "openai",
          "model",
          "embedding");

  private final Surroundings at;
  private final Places places;
  private final Map<String, Set<String>> names = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  UnusedLimits(Surroundings at, Places places) {
    this.at = at;
    this.places = places;
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
      instances.keySet().removeIf(name -> asked(kind, name) || !meant(name, site));
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

  private boolean asked(String kind, String name) {
    Set<String> known = names.computeIfAbsent(kind, this::annotated);
    return known.contains(COMPUTED)
        || known.contains(ConfigKey.canonical(name))
        || inCode(at.project().index(), kind);
  }

  /** The names in the annotations of a kind, in canonical form. */
  private Set<String> annotated(String kind) {
    String annotation = ANNOTATIONS.getOrDefault(kind, "");
    Set<String> out = new HashSet<>();
    FileSet files = at.project().index().filesAnnotated(annotation);
    for (int i = 0; i < files.size(); i++) {
      if (!at.project().tree().isTest(files.get(i))) {
        at.project().tree().load(files.get(i)).stream()
            .flatMap(file -> file.types().stream())
            .flatMap(
                type ->
                    Stream.concat(
                        Stream.of(type.decl().annotations()),
                        type.methods().stream().map(m -> m.decl().annotations())))
            .flatMap(List::stream)
            .filter(a -> a.simpleName().equals(annotation))
            .map(UnusedLimits::nameIn)
            .forEach(out::add);
      }
    }
    return out;
  }

  private static String nameIn(Annotation annotation) {
    return annotation.members().get("name") instanceof Expr.Literal literal
        ? ConfigKey.canonical(literal.value())
        : COMPUTED;
  }

  /** Whether code builds such guards itself, under names that may come from anywhere. */
  private boolean inCode(JavaIndex index, String kind) {
    String home = LIBRARY + kind + ".";
    FileSet imports = index.filesImportingUnder(home);
    for (int i = 0; i < imports.size(); i++) {
      int file = imports.get(i);
      boolean builds =
          index.importsOf(file).stream()
              .anyMatch(
                  im -> im.name().startsWith(home) && !im.name().startsWith(home + "annotation"));
      if (builds && !at.project().tree().isTest(file)) {
        return true;
      }
    }
    boolean factory =
        Stream.of("CircuitBreakerFactory", "ReactiveCircuitBreakerFactory", "FeignClient")
            .anyMatch(type -> places.anyMain(index.filesMentioning(type)));
    boolean all =
        places.anyMain(index.filesImportingUnder(LIBRARY + "decorators."))
            || places.anyMain(index.filesImportingUnder(LIBRARY + "common."));
    return all || BY_FACTORY.contains(kind) && factory;
  }

  /** Whether the name speaks of AI, or is one that another guard in the code has. */
  private boolean meant(String name, CallSite site) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (WORDS.contains(word) || word.equals(site.provider())) {
        return true;
      }
    }
    return ANNOTATIONS.keySet().stream()
        .anyMatch(
            kind ->
                names.computeIfAbsent(kind, this::annotated).contains(ConfigKey.canonical(name)));
  }
}
