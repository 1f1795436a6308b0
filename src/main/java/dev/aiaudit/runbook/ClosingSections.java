package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;
import static dev.aiaudit.runbook.MarkdownPage.text;

import dev.aiaudit.catalog.facts.SourcedFact;
import dev.aiaudit.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to look at, what to claim afterwards, and what stays open. */
final class ClosingSections {
  private static final Pattern PERCENT = Pattern.compile("(\\d{2}(?:\\.\\d{1,3})?)%");
  private static final double MONTH_MINUTES = 30 * 24 * 60;
  private static final int MOST_ROWS = 40;
  private final Runbook book;
  private final Set<String> files;

  ClosingSections(Runbook book, Set<String> files) {
    this.book = book;
    this.files = files;
  }

  void watch(MarkdownPage page) {
    List<List<String>> rows = new ArrayList<>();
    rows(page, "counter", Clue.Kind.COUNTER, false, rows);
    rows(page, "timer", Clue.Kind.TIMER, false, rows);
    rows(page, "alert rule", Clue.Kind.ALERT, false, rows);
    rows(page, "log of class", Clue.Kind.LOGGER, true, rows);
    if (rows.isEmpty()) {
      page.paragraph(
          "**No metric, alert or logger was found on the way of these calls.** What shows the outage"
              + " then: the error rate and the latency of the routes above. Dashboards: `TODO(owner)`.");
    } else {
      page.table(List.of("What", "Name", "Where"), rows.stream().limit(MOST_ROWS).toList());
      page.paragraph("Dashboards: `TODO(owner)`.");
    }
    alertRules(page);
  }

  private void rows(
      MarkdownPage page, String what, Clue.Kind kind, boolean onlyOnPath, List<List<String>> rows) {
    for (Clue clue : book.clues(kind)) {
      if (!onlyOnPath || files.contains(clue.location().file())) {
        String name =
            kind == Clue.Kind.LOGGER
                ? clue.name().substring(clue.name().lastIndexOf('/') + 1)
                : clue.name();
        rows.add(List.of(what, code(name), page.place(clue.location())));
      }
    }
  }

  /** Counters and timers in classes on the way of the calls. */
  private void alertRules(MarkdownPage page) {
    StringBuilder rules = new StringBuilder();
    for (Clue clue : book.clues()) {
      boolean counter = clue.kind() == Clue.Kind.COUNTER;
      if ((counter || clue.kind() == Clue.Kind.TIMER) && files.contains(clue.location().file())) {
        SafeWord.name(clue.name()).ifPresent(name -> rules.append(rule(name, counter)));
      }
    }
    boolean breaker =
        book.clues(Clue.Kind.METRICS_LIBRARY).stream()
            .anyMatch(c -> c.name().contains("resilience4j-micrometer"));
    if (breaker) {
      rules.append(
          alert("AiBreakerOpen", "resilience4j_circuitbreaker_state{state=\"open\"} == 1"));
    }
    if (rules.isEmpty()) {
      return;
    }
    page.paragraph(
        "Alert rules to start from. The names follow from the code by Micrometer's rules for"
            + " Prometheus; thresholds are yours to set.");
    page.fence("yaml", "groups:\n  - name: ai-" + slug() + "\n    rules:\n" + rules);
  }

  private String rule(String metric, boolean counter) {
    String base = metric.replace('.', '_').replace('-', '_');
    String series = counter ? base.replaceFirst("_total$", "") + "_total" : base + "_seconds_max";
    String query = counter ? "rate(" + series + "[5m])" : series;
    return alert("Ai_" + base, query + " > 0  # TODO(owner): threshold");
  }

  private String alert(String name, String query) {
    return "      - alert: "
        + name
        + "\n        expr: "
        + query
        + "\n        annotations:\n          runbook_url: 'TODO(owner): where this folder is published/"
        + slug()
        + ".md'\n";
  }

  private String slug() {
    return RunbookNames.file(book.provider().id());
  }

  void sla(MarkdownPage page) {
    List<String> items = new ArrayList<>();
    if (book.facts().sla().isPresent()) {
      SourcedFact sla = book.facts().sla().get();
      items.add(
          "Documented: "
              + text(sla.text())
              + ". Measured on: "
              + text(book.facts().slaMeasuredOn().orElse("not stated"))
              + ". "
              + text(sla.evidence() + ": " + sla.source())
              + ", checked on "
              + text(book.facts().checkedOn())
              + ". **Verify before relying on it.**");
      Matcher percent = PERCENT.matcher(sla.text());
      if (percent.find()) {
        double minutes = (100 - Double.parseDouble(percent.group(1))) / 100 * MONTH_MINUTES;
        items.add(
            String.format(
                Locale.ROOT,
                "%s%% of 30 days leaves %.1f minutes of outage.",
                percent.group(1),
                minutes));
      }
    } else {
      items.add("Documented: nothing is known to this tool. `TODO(owner)`");
    }
    items.add("Contract, claim window and contact: `TODO(owner)`.");
    items.add(
        "Keep as evidence: first and last failure in UTC, codes, request ids, the status page as it was.");
    page.bullets(items);
  }

  void drill(MarkdownPage page) {
    page.paragraph(
        "Cards, stubs and a test skeleton for this provider: [drills/"
            + slug()
            + ".md](drills/"
            + slug()
            + ".md).");
  }

  void risks(MarkdownPage page) {
    if (book.findings().isEmpty()) {
      page.paragraph("None found at this commit. `ai-audit scan` lists what is suppressed.");
      return;
    }
    Map<String, List<Finding>> byRule = new TreeMap<>();
    book.findings().forEach(f -> byRule.computeIfAbsent(f.ruleId(), k -> new ArrayList<>()).add(f));
    List<List<String>> rows = new ArrayList<>();
    byRule.forEach((rule, findings) -> findings.forEach(f -> rows.add(risk(page, f))));
    page.table(List.of("Rule", "Where", "What"), rows.stream().limit(MOST_ROWS).toList());
    if (rows.size() > MOST_ROWS) {
      page.paragraph("And " + (rows.size() - MOST_ROWS) + " more: `ai-audit scan`.");
    }
    page.paragraph("`ai-audit explain AIA001` tells what a rule means and what to do instead.");
  }

  private static List<String> risk(MarkdownPage page, Finding finding) {
    return List.of(
        finding.severity().word() + " " + code(finding.ruleId()),
        page.place(finding.location()),
        text(finding.message()));
  }
}
