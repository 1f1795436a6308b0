package dev.aiaudit.render;

import static dev.aiaudit.render.TextLines.count;
import static dev.aiaudit.render.TextLines.safe;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.terminal.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found and what was looked at, on one screen. */
final class TextSummary {
  private static final int MAX_PROVIDERS = 8;
  private static final int LONGEST_ENTRY = 60;
  private final Report report;
  private final TextLines lines;

  TextSummary(Report report, TextLines lines) {
    this.report = report;
    this.lines = lines;
  }

  void write() {
    Coverage coverage = report.coverage();
    String title = "ai-audit " + safe(report.toolVersion());
    String revision = coverage.revision().map(r -> " at " + safe(r)).orElse("");
    lines.line(lines.look().style().bold(title) + ": " + safe(coverage.root()) + revision);
    lines.blank();
    if (!report.providers().isEmpty()) {
      lines.items("Providers", providers());
    }
    lines.labelled("Call sites", callSites());
    lines.labelled("Entry points", entryPoints());
    lines.labelled("Flagged", flagged());
    worstPaths();
    lines.labelled("Coverage", coverage(coverage));
    if (!coverage.notAnalysed().isEmpty()) {
      lines.labelled("Not analysed", otherLanguages(coverage));
    }
    lines.blank();
  }

  private List<String> providers() {
    List<String> shown = new ArrayList<>();
    List<Provider> all = report.providers();
    for (Provider provider : all.subList(0, Math.min(MAX_PROVIDERS, all.size()))) {
      String line =
          safe(provider.name())
              + ": "
              + count(provider.callSites(), "call site")
              + ", "
              + provider.flagged()
              + " flagged, "
              + count(provider.entryPoints(), "entry point");
      shown.add(line);
    }
    if (all.size() > MAX_PROVIDERS) {
      shown.add("and " + (all.size() - MAX_PROVIDERS) + " more");
    }
    return shown;
  }

  private String callSites() {
    int all = report.inventory().callSites().size();
    int inTests = number(CallSite::inTest);
    String tests = inTests == 0 ? "" : ", and " + inTests + " in tests";
    return (all - inTests) + " in main code" + couplings() + tests;
  }

  /** {@code : 1 waits, 2 detached}; what is unreached or unknown must not look like safe. */
  private String couplings() {
    String words =
        Stream.of(Coupling.values())
            .map(
                coupling ->
                    Map.entry(coupling, number(s -> !s.inTest() && s.coupling() == coupling)))
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + entry.getKey().word())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : " (" + words + ")";
  }

  private String entryPoints() {
    List<EntryPoint> entries = report.inventory().entryPoints();
    int waiting = (int) entries.stream().filter(EntryPoint::waits).count();
    return count(entries.size(), "entry point")
        + (entries.size() == 1 ? " reaches" : " reach")
        + " a provider; at "
        + waiting
        + (waiting == 1 ? " of them somebody waits" : " of them somebody waits for the answer");
  }

  private String flagged() {
    int flagged = number(CallSite::flagged);
    return flagged == 0
        ? "no call site"
        : count(flagged, "call site") + ": somebody waits, and there is no fallback";
  }

  private void worstPaths() {
    List<WorstPaths.Worst> all = WorstPaths.of(report);
    if (all.isEmpty()) {
      return;
    }
    List<String> shown = new ArrayList<>();
    for (WorstPaths.Worst worst : all.subList(0, Math.min(WorstPaths.FEW, all.size()))) {
      String entry = Columns.cut(safe(Phrases.entry(worst.entry())), LONGEST_ENTRY, "…");
      String provider = safe(Phrases.provider(worst.site()));
      shown.add(entry + ": " + provider + ", " + safe(worst.harmInShort()));
    }
    if (all.size() > WorstPaths.FEW) {
      shown.add("and " + count(all.size() - WorstPaths.FEW, "more entry point"));
    }
    lines.items("Worst paths", shown);
  }

  private int number(java.util.function.Predicate<CallSite> which) {
    return (int) report.inventory().callSites().stream().filter(which).count();
  }

  private static String coverage(Coverage coverage) {
    String complete = coverage.complete() ? "" : "; INCOMPLETE";
    return "parsed "
        + coverage.parsedFiles()
        + " of "
        + count(coverage.javaFiles(), "Java file")
        + " (the others were ruled out without parsing); "
        + count(coverage.files(), "file")
        + " in all"
        + complete;
  }

  private static String otherLanguages(Coverage coverage) {
    return coverage.notAnalysed().stream()
        .map(other -> safe(other.language()) + " " + count(other.files(), "file") + signals(other))
        .collect(Collectors.joining(", "));
  }

  private static String signals(Coverage.OtherLanguage other) {
    return other.aiSignals() == 0 ? "" : " (" + other.aiSignals() + " mention AI)";
  }
}
