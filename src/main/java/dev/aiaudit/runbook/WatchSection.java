package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Metrics, alarms and log lines that show the outage, and alert rules to start from. */
final class WatchSection {
  private static final int MOST_ROWS = 30;

  /** A message that is logged so few lines below a catch belongs to it. */
  private static final int NEAR = 12;

  private static final Pattern AI_ALERT =
      Pattern.compile("^Ai(?![a-z])|(?:^|[^a-z])(?:ai|llm|genai|gen_ai)(?:[^a-z]|$)|L(?:LM|lm)");

  private final Runbook book;
  private final Set<String> onPath;
  private final Set<String> calling = new LinkedHashSet<>();

  WatchSection(Runbook book) {
    this.book = book;
    this.onPath = book.filesOnPath();
    for (CallSite site : book.sites()) {
      calling.add(site.location().file());
      for (CallPath path : site.paths()) {
        path.handledAt().ifPresent(at -> calling.add(at.file()));
      }
    }
  }

  void write(MarkdownPage page) {
    List<List<String>> rows = new ArrayList<>();
    for (Clue clue : book.clues(Clue.Kind.LOG_LINE)) {
      if (decides(clue.location())) {
        rows.add(row(page, "log line of the failure", clue));
      }
    }
    for (Clue clue : book.clues()) {
      switch (clue.kind()) {
        case COUNTER, TIMER -> {
          if (onPath.contains(clue.location().file())) {
            rows.add(row(page, clue.kind() == Clue.Kind.TIMER ? "timer" : "counter", clue));
          }
        }
        case ALERT -> {
          if (aboutUs(clue.name())) {
            rows.add(row(page, "alert rule", clue));
          }
        }
        default -> {}
      }
    }
    AlertRules rules = new AlertRules(book, onPath);
    rules
        .series()
        .forEach(
            s -> rows.add(List.of("metric of a library", code(s.name()), page.place(s.because()))));
    rows.addAll(loggers(page));
    if (rows.isEmpty()) {
      page.paragraph(
          "**No metric, alert or logger was found on the way of these calls.** What shows the outage"
              + " then: the error rate and the latency of the entry points above. Dashboards:"
              + " `TODO(owner)`.");
    } else {
      page.table(List.of("What", "Name", "Where"), rows.stream().limit(MOST_ROWS).toList());
      if (rows.size() > MOST_ROWS) {
        page.paragraph("And " + (rows.size() - MOST_ROWS) + " more.");
      }
      page.paragraph("Dashboards: `TODO(owner)`.");
    }
    rules.write(page);
  }

  private static List<String> row(MarkdownPage page, String what, Clue clue) {
    return List.of(what, code(clue.name()), page.place(clue.location()));
  }

  /** Whether a line stands right below a place that decides what the caller gets. */
  private boolean decides(Location line) {
    return book.sites().stream()
        .flatMap(site -> site.paths().stream())
        .flatMap(path -> path.handledAt().stream())
        .filter(at -> at.file().equals(line.file()))
        .anyMatch(
            at -> line.startLine() >= at.startLine() && line.startLine() <= at.startLine() + NEAR);
  }

  private boolean aboutUs(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SafeWord.name(name).isPresent()
        && (lower.contains(book.provider().id()) || AI_ALERT.matcher(name).find());
  }

  /** The classes that call or decide; what lies further up logs the same failure again. */
  private List<List<String>> loggers(MarkdownPage page) {
    Map<String, Clue> byFile = new LinkedHashMap<>();
    for (Clue clue : book.clues(Clue.Kind.LOGGER)) {
      if (calling.contains(clue.location().file())) {
        byFile.putIfAbsent(clue.location().file(), clue);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    byFile.forEach(
        (file, clue) -> {
          rows.add(
              List.of("logger", code(SourceWords.typeName(file)), page.place(clue.location())));
        });
    return rows;
  }
}
