package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.type.Interception;
import dev.aiaudit.configsource.Dependency;
import dev.aiaudit.configsource.Module;
import dev.aiaudit.configsource.Modules;
import dev.aiaudit.resolve.DeclaredType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the build says about the module of a class: framework and libraries. */
final class Builds {
  /**
   * Groups whose libraries bring no AspectJ, circuit breaker or fault tolerance with them; a build
   * that names only these, and the carriers that are known, is known completely.
   */
  private static final List<String> CLOSED =
      List.of(
          "org.springframework.boot",
          "org.springframework",
          "org.springframework.ai",
          "org.springframework.retry",
          "org.springframework.cloud",
          "org.springframework.kafka",
          "org.springframework.security",
          "io.github.resilience4j",
          "org.projectlombok",
          "dev.langchain4j",
          "com.openai",
          "com.anthropic",
          "com.theokanning.openai-gpt3-java",
          "com.fasterxml.jackson",
          "com.google",
          "com.squareup",
          "com.github.ben-manes.caffeine",
          "com.h2database",
          "com.mysql",
          "com.alibaba.csp",
          "commons-",
          "io.github.openfeign",
          "io.jsonwebtoken",
          "io.micrometer",
          "io.netty",
          "io.projectreactor",
          "jakarta.",
          "javax.",
          "ch.qos.logback",
          "net.logstash",
          "org.apache.",
          "org.eclipse.microprofile.fault-tolerance",
          "org.flywaydb",
          "org.jsoup",
          "org.liquibase",
          "org.mapstruct",
          "org.mongodb",
          "org.postgresql",
          "org.slf4j",
          "org.springdoc");

  /** Libraries of these groups that do bring AspectJ. */
  private static final Set<String> CARRIERS =
      Set.of(
          "spring-boot-starter-data-jpa",
          "spring-boot-starter-integration",
          "spring-cloud-starter-openfeign",
          "spring-cloud-openfeign-core",
          "spring-cloud-starter-sleuth",
          "spring-cloud-starter-zipkin",
          "spring-cloud-starter-config",
          "spring-cloud-starter-netflix-hystrix",
          "spring-cloud-starter-stream-kafka",
          "spring-cloud-starter-stream-rabbit");

  private final ProxyKnowledge knowledge;
  private final Map<String, Framework> frameworks = new HashMap<>();

  Builds(ProxyKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The folder of the module of a class. */
  String moduleOf(DeclaredType type) {
    return knowledge.config().modules().dirOf(type.file().path());
  }

  /** The framework of the application that a class is part of; the build says so, then imports. */
  Framework framework(DeclaredType type) {
    return frameworks.computeIfAbsent(moduleOf(type), dir -> find(type));
  }

  private Framework find(DeclaredType type) {
    List<Dependency> all = dependencies(type);
    for (Framework f :
        List.of(Framework.QUARKUS, Framework.MICRONAUT, Framework.HELIDON, Framework.SPRING)) {
      if (all.stream().anyMatch(d -> d.group().startsWith(f.root()))) {
        return f;
      }
    }
    for (Framework f : List.of(Framework.SPRING, Framework.QUARKUS, Framework.MICRONAUT)) {
      if (all.isEmpty()
          && !knowledge.project().index().filesImportingUnder(f.root() + ".").isEmpty()) {
        return f;
      }
    }
    return Framework.OTHER;
  }

  /** Libraries of the module, of those it uses and of those that use it. */
  List<Dependency> dependencies(DeclaredType type) {
    Modules modules = knowledge.config().modules();
    List<Dependency> out = new ArrayList<>();
    modules.of(type.file().path()).ifPresent(own -> collect(own, modules, out));
    return out.stream().filter(d -> !d.test() && !d.bom()).toList();
  }

  private static void collect(Module own, Modules modules, List<Dependency> out) {
    Set<String> above = new LinkedHashSet<>(Set.of(own.dir()));
    above.addAll(modules.dependentsOf(own.dir()));
    modules.all().stream()
        .filter(m -> above.contains(m.dir()))
        .forEach(m -> out.addAll(m.dependencies()));
  }

  /** How an annotation acts in the application of a class. */
  Interception interception(Interception usual, Interception elsewhere, DeclaredType type) {
    boolean proxied =
        usual == Interception.SPRING_AOP
            || usual == Interception.CDI_WELD
            || usual == Interception.QUARKUS_ARC;
    if (!proxied) {
      return usual;
    }
    return switch (framework(type)) {
      case QUARKUS -> Interception.QUARKUS_ARC;
      case MICRONAUT -> Interception.MICRONAUT;
      default -> dependencies(type).isEmpty() ? usual : elsewhere;
    };
  }

  /** Whether the build has one of the libraries, {@code group:artifact}. */
  boolean has(DeclaredType type, List<String> artifacts) {
    return dependencies(type).stream().anyMatch(d -> artifacts.contains(d.coordinates()));
  }

  /** Whether the libraries that the build names leave no room for others. */
  boolean complete(DeclaredType type) {
    List<Dependency> all = dependencies(type);
    return all.stream().anyMatch(d -> d.group().equals("org.springframework.boot"))
        && all.stream().allMatch(Builds::closed);
  }

  private static boolean closed(Dependency d) {
    return !CARRIERS.contains(d.artifact())
        && CLOSED.stream()
            .anyMatch(
                g ->
                    d.group().equals(g)
                        || d.group().startsWith(g + ".") && !g.equals("org.springframework")
                        || d.group().startsWith(g) && (g.endsWith(".") || g.endsWith("-")));
  }
}
