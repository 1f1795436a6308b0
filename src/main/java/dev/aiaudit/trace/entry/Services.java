package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.HttpClientPatterns;
import dev.aiaudit.configsource.ConfigValue;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.resolve.DeclaredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the settings say about the service that a class runs in. */
final class Services {
  private final HttpClientPatterns patterns;
  private final Optional<ProjectConfig> config;

  Services(HttpClientPatterns patterns, Optional<ProjectConfig> config) {
    this.patterns = patterns;
    this.config = config;
  }

  /** The names of the applications that a class may run in, in small letters; none if not known. */
  Set<String> names(DeclaredType type) {
    Set<String> out = new TreeSet<>();
    values(patterns.serviceNames(), type).forEach(v -> out.add(v.toLowerCase(Locale.ROOT)));
    return out;
  }

  /** The paths under which the application is served. */
  List<String> basePaths(DeclaredType type) {
    return values(patterns.basePaths(), type);
  }

  /** The ports on which it is served. */
  List<String> ports(DeclaredType type) {
    return values(patterns.ports(), type);
  }

  /** The value of a setting for the module of a class. */
  Optional<String> value(String key, DeclaredType type) {
    return values(List.of(key), type).stream().findFirst();
  }

  /** A text with its placeholders replaced; empty if one stays open. */
  Optional<String> resolve(String text, DeclaredType type) {
    return text.contains("${")
        ? config.flatMap(c -> c.configuration().resolve(module(c, type), text))
        : Optional.of(text);
  }

  private List<String> values(List<String> keys, DeclaredType type) {
    List<String> out = new ArrayList<>();
    for (String key : keys) {
      config
          .flatMap(c -> c.configuration().value(module(c, type), key))
          .ifPresent(found -> addKnown(found, out));
    }
    return out;
  }

  private static void addKnown(ConfigValue found, List<String> out) {
    List<ConfigValue> all = new ArrayList<>(List.of(found));
    all.addAll(found.losers());
    // What is only assumed comes from modules that have nothing to do with this one.
    all.stream()
        .filter(v -> v.evidence() == Evidence.DECLARED || v.evidence() == Evidence.DERIVED)
        .forEach(v -> out.add(v.value()));
  }

  private static String module(ProjectConfig config, DeclaredType type) {
    return config.modules().dirOf(type.file().path());
  }
}
