package dev.aiaudit.runbook;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Policy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prometheus alert rules to start from, only for metrics that exist: counters and timers on the way
 * of the calls, and what Spring AI and Resilience4j export. All of them need a registry for
 * Prometheus in the build.
 */
final class AlertRules {
  private static final String REGISTRY = "micrometer-registry-prometheus";
  private final Runbook book;
  private final Set<String> onPath;

  AlertRules(Runbook book, Set<String> onPath) {
    this.book = book;
    this.onPath = onPath;
  }

  /**
   * A metric that a library exports.
   *
   * @param name as Prometheus writes it
   * @param alert name and condition of a rule
   * @param because the line of a build file that exports it
   */
  record Series(String name, Rule alert, Location because) {}

  /** A rule under construction. */
  record Rule(String name, String condition) {}

  /** Metrics of libraries; none without a registry for Prometheus in a build file. */
  List<Series> series() {
    List<Series> found = new ArrayList<>();
    if (library(REGISTRY).isEmpty()) {
      return found;
    }
    boolean springAi = book.sites().stream().anyMatch(site -> site.sdk().startsWith("spring-ai"));
    if (springAi) {
      // docs.spring.io/spring-ai/reference, "Metrics Reference": a timer with a tag "error".
      library("spring-boot-starter-actuator")
          .map(
              at ->
                  new Series(
                      "gen_ai_client_operation_seconds",
                      new Rule(
                          "AiCallsFail",
                          "sum(rate(gen_ai_client_operation_seconds_count{error!=\"none\"}[5m])) > 0"),
                      at))
          .ifPresent(found::add);
    }
    if (breaker()) {
      // resilience4j.readme.io/docs/micrometer: a gauge for each state, 1 for the one that holds.
      library("resilience4j-micrometer")
          .or(() -> library("resilience4j-spring-boot"))
          .map(
              at ->
                  new Series(
                      "resilience4j_circuitbreaker_state",
                      new Rule(
                          "AiBreakerOpen",
                          "resilience4j_circuitbreaker_state{state=\"open\"} == 1"),
                      at))
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<Location> library(String name) {
    return book.clues(Clue.Kind.METRICS_LIBRARY).stream()
        .filter(clue -> clue.name().contains(name))
        .map(Clue::location)
        .findFirst();
  }

  private boolean breaker() {
    return book.sites().stream()
        .map(CallSite::guards)
        .flatMap(List::stream)
        .filter(Guard::effective)
        .anyMatch(g -> g.kind() == GuardKind.CIRCUIT_BREAKER && g.by().startsWith("resilience4j"));
  }

  void write(MarkdownPage page) {
    Set<Rule> rules = new LinkedHashSet<>();
    series().forEach(series -> rules.add(series.alert()));
    Set<Rule> own = own();
    if (library(REGISTRY).isPresent()) {
      rules.addAll(own);
    } else if (!own.isEmpty()) {
      page.paragraph(
          "No alert rules: the build has no registry for Prometheus (`"
              + REGISTRY
              + "`), and how the metrics above are called elsewhere is not known here.");
    }
    if (rules.isEmpty()) {
      return;
    }
    page.paragraph(
        "Alert rules to start from. The names follow from the code by Micrometer's rules for"
            + " Prometheus; `> 0` is no threshold but the place for yours: `TODO(owner)`."
            + (declared().isPresent()
                ? ""
                : " So is the address under which this folder is published."));
    StringBuilder yaml = new StringBuilder("groups:\n  - name: ai-");
    yaml.append(RunbookNames.file(book.provider().id())).append("\n    rules:\n");
    rules.forEach(rule -> yaml.append(text(rule)));
    page.fence("yaml", yaml.toString());
  }

  /** Rules for the counters and timers on the way of the calls. */
  private Set<Rule> own() {
    Set<Rule> rules = new LinkedHashSet<>();
    for (Clue clue : book.clues()) {
      boolean counter = clue.kind() == Clue.Kind.COUNTER;
      if ((counter || clue.kind() == Clue.Kind.TIMER) && onPath.contains(clue.location().file())) {
        SafeWord.name(clue.name()).ifPresent(name -> rules.add(rule(name, counter)));
      }
    }
    return rules;
  }

  private static Rule rule(String metric, boolean counter) {
    String base = snakeCase(metric);
    String condition =
        counter
            ? "rate(" + base.replaceFirst("_total$", "") + "_total[5m]) > 0"
            : base.replaceFirst("_seconds$", "") + "_seconds_max > 0";
    return new Rule("Ai_" + base, condition);
  }

  /** As Micrometer names metrics for Prometheus: words of a name are parted by dots only. */
  private static String snakeCase(String metric) {
    return metric.replace('.', '_').replace('-', '_');
  }

  private String text(Rule rule) {
    return "      - alert: "
        + rule.name()
        + "\n        expr: "
        + rule.condition()
        + "\n        annotations:\n          runbook_url: '"
        + declared().orElse("TODO(owner)/" + RunbookNames.page(book.provider().id()))
        + "'\n";
  }

  /** The address of the page, where the settings of the team name one. */
  private Optional<String> declared() {
    return book.report()
        .inventory()
        .policy()
        .declared(book.provider().id())
        .flatMap(Policy.Declared::runbook)
        .flatMap(SafeWord::url);
  }
}
