package dev.aiaudit.configsource;

import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The AI libraries that Maven and Gradle files name, and the guard libraries beside them. */
final class DependencyFacts {

  private static final Set<String> GUARDS =
      Set.of(
          "spring-retry",
          "spring-boot-starter-aop",
          "spring-boot-starter-aspectj",
          "quarkus-smallrye-fault-tolerance",
          "smallrye-fault-tolerance",
          "failsafe",
          "micronaut-retry",
          "spring-cloud-starter-circuitbreaker-resilience4j",
          "helidon-microprofile-fault-tolerance");

  private final AiNames names;
  private final Set<String> own = new HashSet<>();
  private final Set<Dependency> managed = new HashSet<>();

  DependencyFacts(AiNames names) {
    this.names = names;
  }

  List<ConfigFact> find(Collection<BuildFile> files, Modules modules) {
    files.forEach(f -> own.add(f.name()));
    Map<Dependency, Optional<String>> found = new LinkedHashMap<>();
    for (BuildFile file : files) {
      for (Dependency d : file.dependencies()) {
        add(d, found);
      }
      file.inherited().forEach(d -> add(d, found));
      for (Dependency d : file.managed()) {
        add(d, found);
        managed.add(d);
      }
    }
    boolean ai = found.values().stream().anyMatch(Optional::isPresent);
    return found.entrySet().stream()
        .filter(e -> e.getValue().isPresent() || ai && guard(e.getKey()))
        .map(e -> fact(e.getKey(), e.getValue(), modules))
        .toList();
  }

  private void add(Dependency d, Map<Dependency, Optional<String>> found) {
    if (!d.test() && !d.bom()) {
      found.put(d, names.artifact(d.group(), d.artifact(), own));
    }
  }

  private static boolean guard(Dependency d) {
    return GUARDS.contains(d.artifact())
        || d.artifact().startsWith("bucket4j")
        || d.artifact().startsWith("resilience4j-");
  }

  private ConfigFact fact(Dependency d, Optional<String> provider, Modules modules) {
    Optional<String> version =
        modules
            .of(d.location().file())
            .flatMap(
                m ->
                    m.dependencies().stream()
                        .filter(
                            r ->
                                r.location().equals(d.location())
                                    && r.artifact().equals(d.artifact()))
                        .findFirst())
            .flatMap(Dependency::version);
    String detail =
        d.coordinates()
            + version.map(v -> ":" + v).orElse("")
            + d.profile().map(p -> " (Maven profile " + p + ")").orElse("")
            + (provider.isEmpty() ? " (guard library)" : "");
    FactVerdict worth =
        d.profile().isPresent()
            ? FactVerdict.INACTIVE
            : d.effective() && !managed.contains(d) ? FactVerdict.EFFECTIVE : FactVerdict.NONE;
    return new ConfigFact(
            d.location(),
            FactKind.DEPENDENCY,
            provider.orElse("unknown"),
            detail,
            Evidence.DECLARED)
        .judged(worth);
  }
}
