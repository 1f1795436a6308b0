package dev.aiaudit.flow;

import dev.aiaudit.configsource.ConfigValue;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.detect.provider.Periods;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings of Resilience4j for an instance that code asks a registry or factory for by its name.
 */
final class InstanceSettings {
  private static final double USUAL_GROWTH = 1.5;

  /** What a plain number counts, in seconds. */
  private static final double MILLISECOND = 1e-3;

  private final ProjectConfig config;

  InstanceSettings(ProjectConfig config) {
    this.config = config;
  }

  /** A period such as {@code timelimiter} {@code timeout-duration}. */
  Optional<Duration> period(String kind, String key, Expr made, Code code) {
    return setting(kind, key, made, code).flatMap(text -> Periods.parse(text, MILLISECOND));
  }

  /** A number such as {@code retry} {@code max-attempts}. */
  Optional<Double> number(String kind, String key, Expr made, Code code) {
    return setting(kind, key, made, code)
        .map(String::strip)
        .filter(t -> t.matches("\\d{1,5}(\\.\\d{1,5})?"))
        .map(Double::parseDouble);
  }

  /** By what the pauses between attempts grow; 1 when they stay as they are. */
  double growth(Expr made, Code code) {
    boolean grows =
        setting("retry", "enable-exponential-backoff", made, code)
            .filter(t -> t.strip().equals("true"))
            .isPresent();
    return grows
        ? number("retry", "exponential-backoff-multiplier", made, code).orElse(USUAL_GROWTH)
        : 1;
  }

  /** Of the instance, else of the shared configuration with the name that a factory looks for. */
  private Optional<String> setting(String kind, String key, Expr made, Code code) {
    List<String> names = new ArrayList<>();
    boolean[] factory = new boolean[1];
    Nodes.walk(
        made,
        n -> {
          if (n instanceof Expr.Literal text && text.is(Expr.Literal.Kind.STRING)) {
            names.add(text.value());
          }
          factory[0] |= n instanceof Expr.Call call && call.name().equals("create");
        });
    List<String> groups = factory[0] ? List.of("instances", "configs") : List.of("instances");
    String module = config.modules().dirOf(code.owner().file().path());
    return groups.stream()
        .flatMap(g -> names.stream().map(n -> g + "." + n))
        .flatMap(i -> value(module, "resilience4j." + kind + "." + i + "." + key).stream())
        .findFirst();
  }

  private Optional<String> value(String module, String key) {
    return config
        .configuration()
        .value(module, key)
        .filter(ConfigValue::known)
        .map(ConfigValue::value);
  }
}
