package dev.aiaudit.configsource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Versions as a chain of build files prescribes them; the first file of the chain wins. */
final class Versions {

  private static final int MAX_NESTING = 8;

  /** Groups whose BOM or parent has the version of its libraries. */
  private static final Set<String> LOCKSTEP =
      Set.of(
          "org.springframework.ai",
          "org.springframework.boot",
          "dev.langchain4j",
          "io.quarkus",
          "io.quarkiverse.langchain4j",
          "io.github.resilience4j",
          "software.amazon.awssdk",
          "com.alibaba.cloud.ai",
          "io.micronaut.langchain4j");

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> byGroup = new HashMap<>();

  Versions(List<BuildFile> chain) {
    for (BuildFile file : chain) {
      file.properties().forEach(properties::putIfAbsent);
      properties.putIfAbsent("project.version", file.version());
      properties.putIfAbsent("project.groupId", file.group());
      file.parent()
          .ifPresent(
              p -> {
                properties.putIfAbsent("project.parent.version", p.version());
                byGroup.putIfAbsent(p.group(), p.version());
              });
    }
    for (BuildFile file : chain) {
      for (Dependency d : file.managed()) {
        d.version()
            .ifPresent(
                v -> {
                  if (d.bom()) {
                    byGroup.putIfAbsent(resolved(d.group()), v);
                  } else {
                    exact.putIfAbsent(resolved(d.group()) + ":" + d.artifact(), v);
                  }
                });
      }
    }
  }

  /** The dependency with group and version as far as they are known. */
  Dependency resolve(Dependency d) {
    String group = resolved(d.group());
    Optional<String> version =
        d.version()
            .or(() -> Optional.ofNullable(exact.get(group + ":" + d.artifact())))
            .or(() -> Optional.ofNullable(byGroup.get(group)).filter(v -> LOCKSTEP.contains(group)))
            .map(this::resolved)
            .filter(v -> !v.isEmpty() && v.indexOf('$') < 0);
    return new Dependency(group, d.artifact(), version, d.scope(), d.profile(), d.location());
  }

  /** Replaces {@code ${name}}, and {@code $name} as Gradle writes it. */
  private String resolved(String text) {
    String current = text;
    for (int i = 0; i < MAX_NESTING && current.indexOf('$') >= 0; i++) {
      String next = once(current);
      if (next.equals(current)) {
        return current;
      }
      current = next;
    }
    return current;
  }

  private String once(String text) {
    int dollar = text.indexOf('$');
    boolean braces = text.startsWith("${", dollar);
    int start = dollar + (braces ? 2 : 1);
    int end = start;
    while (end < text.length() && (braces ? text.charAt(end) != '}' : word(text.charAt(end)))) {
      end++;
    }
    String name = text.substring(start, end);
    Optional<String> value = property(name);
    int after = braces ? Math.min(text.length(), end + 1) : end;
    return value.map(v -> text.substring(0, dollar) + v + text.substring(after)).orElse(text);
  }

  private Optional<String> property(String name) {
    String bare = name.replaceFirst("^(?:rootProject\\.|project\\.)?(?:ext\\.|extra\\.)?", "");
    return Optional.ofNullable(properties.get(name))
        .or(() -> Optional.ofNullable(properties.get(bare)))
        .or(() -> literalAccess(name));
  }

  /** Groovy's {@code property("name")}, {@code extra["name"]}, {@code versions.name}. */
  private Optional<String> literalAccess(String name) {
    List<String> literals = Quotes.literals(name);
    return literals.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(properties.get(literals.get(0)));
  }

  private static boolean word(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
