package dev.aiaudit.render;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Named;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table for spreadsheets by RFC 4180: a header, then one row for each call site. Several values
 * in one cell are separated by {@code ;}. No cell is taken for a formula, and line breaks in names
 * are made visible, so that a row is always one line.
 */
public final class CsvRenderer implements Renderer {
  private static final String END = "\r\n";

  private static final List<String> HEADER =
      List.of(
          "file",
          "line",
          "enclosing",
          "callee",
          "provider",
          "candidates",
          "provider evidence",
          "sdk",
          "model",
          "operation",
          "mode",
          "in test",
          "coupling",
          "handling",
          "handled at",
          "flagged",
          "worst wait seconds",
          "entry points",
          "guards",
          "ineffective guards",
          "rules",
          "id");

  @Override
  public void render(Report report, Appendable out) throws IOException {
    Map<String, EntryPoint> entries =
        report.inventory().entryPoints().stream()
            .collect(Collectors.toMap(EntryPoint::id, Function.identity(), (a, b) -> a));
    Map<String, String> rules = new TreeMap<>();
    for (Finding finding : report.findings()) {
      if (finding.callSite().isPresent() && finding.suppression().isEmpty()) {
        rules.merge(finding.callSite().get(), finding.ruleId(), (a, b) -> a + "; " + b);
      }
    }
    row(HEADER, out);
    for (CallSite site : report.inventory().callSites()) {
      row(cells(site, entries, rules.getOrDefault(site.id(), "")), out);
    }
  }

  private static List<String> cells(CallSite site, Map<String, EntryPoint> entries, String rules) {
    List<String> cells = new ArrayList<>();
    cells.add(site.location().file());
    cells.add(Integer.toString(site.location().startLine()));
    cells.add(site.enclosing());
    cells.add(site.callee());
    cells.add(site.provider());
    cells.add(String.join("; ", site.candidates()));
    cells.add(site.providerEvidence().word());
    cells.add(site.sdk());
    cells.add(site.model().orElse(""));
    for (Named word : List.of(site.operation(), site.mode())) {
      cells.add(word.word());
    }
    cells.add(yes(site.inTest()));
    cells.add(site.coupling().word());
    cells.add(site.handling().word());
    cells.add(site.handledAt().map(Location::toString).orElse(""));
    cells.add(yes(site.flagged()));
    cells.add(site.worstWait().map(CsvRenderer::seconds).orElse(""));
    cells.add(joined(site.paths(), path -> entry(path, entries)));
    cells.add(joined(guards(site, true), Phrases::guard));
    cells.add(joined(guards(site, false), g -> Phrases.guard(g) + reason(g)));
    cells.add(rules);
    cells.add(site.id());
    return cells;
  }

  private static void row(List<String> cells, Appendable out) throws IOException {
    String separator = "";
    for (String cell : cells) {
      String line = Escape.terminal(Redact.secrets(cell));
      out.append(separator).append(Escape.csvCell(Escape.lineStartGuard(line)));
      separator = ",";
    }
    out.append(END);
  }

  private static List<Guard> guards(CallSite site, boolean effective) {
    return site.guards().stream().filter(guard -> guard.effective() == effective).toList();
  }

  private static String reason(Guard guard) {
    return guard.reason().map(reason -> ": " + reason).orElse("");
  }

  private static String entry(CallPath path, Map<String, EntryPoint> entries) {
    EntryPoint entry = entries.get(path.entryPoint());
    return entry == null ? path.entryPoint() : Phrases.entry(entry);
  }

  private static <T> String joined(List<T> values, Function<T, String> text) {
    return values.stream().map(text).collect(Collectors.joining("; "));
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }

  /** {@code 1201.5}, with a point whatever the locale. */
  private static String seconds(Duration wait) {
    long millis = wait.toMillisPart();
    return wait.toSeconds() + (millis == 0 ? "" : "." + String.format(Locale.ROOT, "%03d", millis));
  }
}
