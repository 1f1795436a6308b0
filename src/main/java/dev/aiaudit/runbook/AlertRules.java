package dev.aiaudit.runbook;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prometheus alert rules to start from, only for metrics that the code has: counters and timers on
 * the way of the calls, and what Spring AI and Resilience4j export when the build has a registry.
 */
final class AlertRules {
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
   * @param because the line of a build file that exports it
   */
  record Series(String name, Location because) {}

  /** Metrics of libraries; none without a registry for Prometheus in a build file. */
  List<Series> series() {
    List<Series> found = new ArrayList<>();
    Optional<Location> registry = library("micrometer-registry-prometheus");
    if (registry.isPresent() && library("spring-boot-starter-actuator").isPresent()) {
      if (book.sites().stream().anyMatch(site -> site.sdk().startsWith("spring-ai"))) {
        found.add(new Series("gen_ai_client_operation_seconds", registry.get()));
      }
    }
    if (registry.isPresent() && breaker()) {
      library("resilience4j-micrometer")
          .or(() -> library("resilience4j-spring-boot"))
          .ifPresent(at -> found.add(new Series("resilience4j_circuitbreaker_state", at)));
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
    Set<String> rules = new LinkedHashSet<>();
    for (Series series : series()) {
      rules.add(
          series.name().startsWith("gen_ai")
              ? alert(
                  "AiCallsFail", "sum(rate(" + series.name() + "_count{error!=\"none\"}[5m])) > 0")
              : alert("AiBreakerOpen", series.name() + "{state=\"open\"} == 1"));
    }
    for (Clue clue : book.clues()) {
      boolean counter = clue.kind() == Clue.Kind.COUNTER;
      if ((counter || clue.kind() == Clue.Kind.TIMER) && onPath.contains(clue.location().file())) {
        SafeWord.name(clue.name()).ifPresent(name -> rules.add(rule(name, counter)));
      }
    }
    if (rules.isEmpty()) {
      return;
    }
    page.paragraph(
        "Alert rules to start from. The names follow from the code by Micrometer's rules for"
            + " Prometheus; `> 0` is no threshold but the place for yours: `TODO(owner)`, and so is"
            + " the address under which this folder is published.");
    String slug = RunbookNames.file(book.provider().id());
    page.fence("yaml", "groups:\n  - name: ai-" + slug + "\n    rules:\n" + String.join("", rules));
  }

  private String rule(String metric, boolean counter) {
    String base = metric.replace('.', '_').replace('-', '_');
    String series = counter ? base.replaceFirst("_total$", "") + "_total" : base + "_seconds_max";
    String query = counter ? "rate(" + series + "[5m])" : series;
    return alert("Ai_" + base, query + " > 0");
  }

  private String alert(String name, String query) {
    String page = RunbookNames.page(book.provider().id());
    return "      - alert: "
        + name
        + "\n        expr: "
        + query
        + "\n        annotations:\n          runbook_url: 'TODO(owner)/"
        + page
        + "'\n";
  }
}
