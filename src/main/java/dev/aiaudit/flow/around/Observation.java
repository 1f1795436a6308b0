package dev.aiaudit.flow.around;

import dev.aiaudit.configsource.Dependency;
import dev.aiaudit.configsource.Module;
import dev.aiaudit.configsource.Modules;
import dev.aiaudit.detect.Surroundings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether anything in a module tells operators how its calls fare. */
final class Observation {
  /** Parts of the names of libraries that count, time or trace calls. */
  private static final List<String> LIBRARIES =
      List.of(
          "micrometer",
          "actuator",
          "opentelemetry",
          "opentracing",
          "opencensus",
          "prometheus",
          "metrics",
          "skywalking",
          "sentry",
          "newrelic",
          "datadog",
          "dd-trace",
          "elastic-apm",
          "apm-agent",
          "applicationinsights",
          "sleuth",
          "zipkin",
          "brave",
          "jaeger",
          "pinpoint",
          "langfuse",
          "langsmith",
          "arms",
          "telemetry",
          "observability");

  private static final List<String> PACKAGES =
      List.of(
          "io.micrometer.",
          "io.opentelemetry.",
          "io.opentracing.",
          "io.prometheus.",
          "com.codahale.metrics.",
          "io.sentry.",
          "com.newrelic.",
          "datadog.",
          "org.apache.skywalking.",
          "org.eclipse.microprofile.metrics.",
          "software.amazon.awssdk.services.cloudwatch.",
          "dev.langchain4j.model.chat.listener.");

  private final Surroundings at;
  private final Places places;
  private final Map<String, Boolean> byModule = new HashMap<>();

  Observation(Surroundings at, Places places) {
    this.at = at;
    this.places = places;
  }

  /** The folder of the module of a file. */
  String moduleOf(String file) {
    return at.config().modules().dirOf(file);
  }

  /** Whether the build of a module is known and neither it nor the code measures anything. */
  boolean missing(String file) {
    return byModule.computeIfAbsent(moduleOf(file), dir -> lacks(file));
  }

  private boolean lacks(String file) {
    Modules modules = at.config().modules();
    Optional<Module> own = modules.of(file);
    boolean built = own.filter(m -> !m.dependencies().isEmpty()).isPresent();
    boolean library =
        modules.all().stream().flatMap(m -> m.dependencies().stream()).anyMatch(this::measures);
    boolean agent =
        at.config().configuration().entries().stream()
            .anyMatch(e -> e.value().contains("-javaagent") || e.key().startsWith("OTEL_"));
    boolean used = places.anyMain(at.project().index().filesImportingUnder(PACKAGES));
    return built && !library && !agent && !used;
  }

  private boolean measures(Dependency dependency) {
    String name = dependency.group() + ":" + dependency.artifact();
    return !dependency.test() && LIBRARIES.stream().anyMatch(name::contains);
  }
}
