package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Inventory;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The libraries with which this project can build a fallback, as far as the inventory shows them.
 */
enum Toolbox {
  RESILIENCE4J("resilience4j"),
  MICROPROFILE("microprofile", "smallrye-fault-tolerance", "quarkus"),
  SPRING_RETRY("spring-retry"),
  SPRING_CLOUD("spring-cloud-circuitbreaker", "spring-cloud-circuit-breaker"),
  FAILSAFE("failsafe"),
  MICRONAUT("micronaut"),
  REACTOR("reactor", "webflux", "webclient"),
  MUTINY("mutiny"),
  SPRING("spring"),
  LANGCHAIN4J("langchain4j");

  private final List<String> marks;

  Toolbox(String... marks) {
    this.marks = List.of(marks);
  }

  /** What guards, SDKs and dependencies of the project tell. */
  static Set<Toolbox> of(Inventory inventory) {
    Set<Toolbox> seen = EnumSet.noneOf(Toolbox.class);
    words(inventory)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .forEach(
            word -> {
              for (Toolbox tool : values()) {
                if (tool.marks.stream().anyMatch(word::contains)) {
                  seen.add(tool);
                }
              }
            });
    return seen;
  }

  private static Stream<String> words(Inventory inventory) {
    Stream<String> facts =
        inventory.configFacts().stream().filter(Toolbox::tellsLibrary).map(ConfigFact::detail);
    return Stream.concat(facts, inventory.callSites().stream().flatMap(Toolbox::words));
  }

  private static boolean tellsLibrary(ConfigFact fact) {
    FactKind what = fact.what();
    return what == FactKind.DEPENDENCY
        || what == FactKind.TIMEOUT
        || what == FactKind.RETRY
        || what == FactKind.CIRCUIT_BREAKER
        || what == FactKind.FALLBACK;
  }

  private static Stream<String> words(CallSite site) {
    Stream<Guard> onFrames =
        site.paths().stream().flatMap(p -> p.frames().stream()).flatMap(f -> f.guards().stream());
    Stream<String> by = Stream.concat(site.guards().stream(), onFrames).map(Guard::by);
    return Stream.concat(Stream.of(site.sdk()), by);
  }
}
