package dev.aiaudit.flow.wait;

import dev.aiaudit.configsource.ConfigValue;
import dev.aiaudit.configsource.Module;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.detect.provider.Periods;
import dev.aiaudit.flow.wait.Retries.Backoff;
import dev.aiaudit.model.Mode;
import dev.aiaudit.resolve.Typer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What configuration keys make of a budget, for clients that a framework configures. */
final class SettingBudgets {
  private static final double MILLIS = 1e-3;
  private static final List<String> SPRING_HTTP =
      List.of(
          "spring.http.client.read-timeout",
          "spring.http.clients.read-timeout",
          "spring.http.reactiveclient.read-timeout");

  private final ProjectConfig config;
  private final SdkBudgets sdks;
  private final SettingValues values;
  private final ModelName names;

  SettingBudgets(ProjectConfig config, SdkBudgets sdks, Typer typer) {
    this.config = config;
    this.sdks = sdks;
    this.values = new SettingValues(config);
    this.names = new ModelName(typer);
  }

  Budget apply(Budget budget, RequestSite site) {
    String path = site.code().owner().file().path();
    String module = config.modules().dirOf(path);
    String sdk = site.sdk();
    if (sdk.equals("spring-ai")) {
      return springAi(budget, site, module);
    }
    if (sdk.endsWith("langchain4j")) {
      boolean quarkus =
          config
              .modules()
              .of(path)
              .filter(m -> m.hasGroup("io.quarkiverse.langchain4j"))
              .isPresent();
      return langChain4j(budget, site, module, quarkus);
    }
    if (sdk.startsWith("http:spring")) {
      return limited(budget, values.exact(module, SPRING_HTTP), MILLIS);
    }
    return sdk.contains("rest-client")
        ? limited(
            budget, values.under(module, SettingBudgets::isRead, "quarkus.rest-client"), MILLIS)
        : budget;
  }

  private static boolean isRead(String key) {
    return SettingValues.plain(key).endsWith("readtimeout");
  }

  private Budget springAi(Budget budget, RequestSite site, String module) {
    Optional<Module> m = config.modules().of(site.code().owner().file().path());
    Budget out =
        sdks.springAi2(m) ? budget : limited(budget, values.exact(module, SPRING_HTTP), MILLIS);
    Predicate<String> timeout =
        k ->
            SettingValues.plain(k).endsWith("timeout")
                && !SettingValues.plain(k).contains("connect")
                && !SettingValues.plain(k).contains("vectorstore")
                && !SettingValues.plain(k).contains(".mcp.");
    out = limited(out, ofProvider(values.under(module, timeout, "spring.ai"), site), MILLIS);
    if (sdks.springAi2(m)) {
      Predicate<String> retries = k -> SettingValues.plain(k).endsWith(".maxretries");
      out = retried(out, ofProvider(values.under(module, retries, "spring.ai"), site), false);
    }
    return template(out, module);
  }

  /** {@code spring.ai.retry.*}, where the module uses that template at all. */
  private Budget template(Budget budget, String module) {
    if (budget.backoff().cap() != 180 || budget.retries().attempts() < 2) {
      return budget;
    }
    Optional<ConfigValue> attempts = values.value(module, "spring.ai.retry.max-attempts");
    Optional<ConfigValue> first = values.value(module, "spring.ai.retry.backoff.initial-interval");
    Optional<ConfigValue> factor = values.value(module, "spring.ai.retry.backoff.multiplier");
    Optional<ConfigValue> cap = values.value(module, "spring.ai.retry.backoff.max-interval");
    Optional<ConfigValue> any = attempts.or(() -> first).or(() -> cap).or(() -> factor);
    if (any.isEmpty()) {
      return budget;
    }
    Backoff backoff =
        new Backoff(
            first
                .flatMap(v -> Periods.parse(v.value(), MILLIS))
                .map(SettingBudgets::seconds)
                .orElse(2.0),
            factor.flatMap(v -> number(v)).orElse(5.0),
            cap.flatMap(v -> Periods.parse(v.value(), MILLIS))
                .map(SettingBudgets::seconds)
                .orElse(180.0));
    int count =
        attempts
            .flatMap(SettingBudgets::number)
            .map(Double::intValue)
            .orElse(budget.retries().attempts());
    return budget.withRetries(
        new Retries(
            count,
            backoff.pauses(count),
            "spring.ai.retry",
            any.get().evidence(),
            Optional.of(any.get().location())));
  }

  private List<ConfigValue> ofProvider(List<ConfigValue> all, RequestSite site) {
    return SettingValues.ofProvider(all, site, names.of(site));
  }

  private static double seconds(Duration d) {
    return d.toMillis() / 1000.0;
  }

  private Budget langChain4j(Budget budget, RequestSite site, String module, boolean quarkus) {
    String prefix = quarkus ? "quarkus.langchain4j" : "langchain4j";
    Predicate<String> timeout =
        k ->
            SettingValues.plain(k).endsWith("timeout")
                && !SettingValues.plain(k).contains("connect")
                && !SettingValues.plain(k).contains("mcp");
    Budget out =
        limited(
            budget, ofProvider(values.under(module, timeout, prefix), site), quarkus ? 1 : MILLIS);
    if (site.mode() == Mode.STREAM && !quarkus) {
      return out;
    }
    Predicate<String> retries = k -> SettingValues.plain(k).endsWith(".maxretries");
    return retried(
        out,
        ofProvider(values.under(module, retries, prefix), site),
        quarkus || sdks.countsAttempts(site));
  }

  private static Optional<Double> number(ConfigValue value) {
    try {
      return Optional.of(Double.parseDouble(value.value().trim()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Budget limited(Budget budget, List<ConfigValue> values, double unit) {
    return values.stream()
        .filter(v -> Periods.parse(v.value(), unit).isPresent())
        .max(Comparator.comparing(v -> Periods.parse(v.value(), unit).orElseThrow()))
        .map(
            v ->
                budget.withAttempt(
                    Limit.of(
                        Periods.parse(v.value(), unit).orElseThrow(),
                        v.key(),
                        v.evidence(),
                        Optional.of(v.location()))))
        .orElse(budget);
  }

  private static Budget retried(Budget budget, List<ConfigValue> values, boolean countsAttempts) {
    Optional<ConfigValue> most =
        values.stream()
            .filter(v -> number(v).isPresent())
            .max(Comparator.comparing(v -> number(v).orElseThrow()));
    if (most.isEmpty()) {
      return budget;
    }
    int written = number(most.get()).orElseThrow().intValue();
    int attempts = Math.max(1, countsAttempts ? written : written + 1);
    return budget.withRetries(
        new Retries(
            attempts,
            budget.backoff().pauses(attempts),
            most.get().key(),
            most.get().evidence(),
            Optional.of(most.get().location())));
  }
}
