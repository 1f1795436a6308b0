package dev.aiaudit.render;

import static dev.aiaudit.render.TextLines.count;
import static dev.aiaudit.render.TextLines.safe;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import java.util.ArrayList;
import java.util.List;

/** What the scan says about itself, and the line that counts. */
final class TextClosing {
  private static final int MAX_DIAGNOSTICS = 10;
  private final Report report;
  private final TextLines lines;

  TextClosing(Report report, TextLines lines) {
    this.report = report;
    this.lines = lines;
  }

  void write() {
    if (lines.look().detail() != Detail.COUNTS && !report.diagnostics().isEmpty()) {
      diagnostics();
      lines.blank();
    }
    if (!report.coverage().complete()) {
      String warning = "INCOMPLETE: files that could matter were not analysed;";
      lines.line(lines.look().style().severity(Severity.ERROR, warning));
      lines.line("what is not listed here may still be there. Do not read this report as clean.");
    }
    lines.line(counts());
  }

  private void diagnostics() {
    boolean all = lines.look().detail() == Detail.EVERYTHING;
    List<String> shown = new ArrayList<>();
    shown.add(diagnosticCounts());
    int worth = 0;
    for (Diagnostic diagnostic : worstFirst()) {
      if (all || diagnostic.severity() != Diagnostic.Level.INFO) {
        worth++;
        if (all || worth <= MAX_DIAGNOSTICS) {
          shown.add(diagnostic(diagnostic));
        }
      }
    }
    if (!all && worth > MAX_DIAGNOSTICS) {
      shown.add("and " + (worth - MAX_DIAGNOSTICS) + " more; --verbose shows all");
    }
    lines.items("Diagnostics", shown);
  }

  private List<Diagnostic> worstFirst() {
    return report.diagnostics().stream()
        .sorted(
            java.util.Comparator.comparing(Diagnostic::severity)
                .reversed()
                .thenComparing(java.util.Comparator.naturalOrder()))
        .toList();
  }

  private String diagnosticCounts() {
    List<String> counts = new ArrayList<>();
    for (Diagnostic.Level level :
        List.of(Diagnostic.Level.ERROR, Diagnostic.Level.WARNING, Diagnostic.Level.INFO)) {
      int number = (int) report.diagnostics().stream().filter(d -> d.severity() == level).count();
      if (number > 0) {
        counts.add(level == Diagnostic.Level.INFO ? number + " info" : count(number, level.word()));
      }
    }
    return String.join(", ", counts);
  }

  private static String diagnostic(Diagnostic diagnostic) {
    String line = diagnostic.line().map(number -> ":" + number).orElse("");
    String place = diagnostic.file().isEmpty() ? "" : safe(diagnostic.file()) + line + ": ";
    return diagnostic.severity().word() + ": " + place + safe(diagnostic.message());
  }

  /** {@code 5 findings (2 flagged call sites): 2 errors, 2 warnings, 1 note; 1 suppressed}. */
  private String counts() {
    List<Finding> counting =
        report.findings().stream().filter(f -> f.suppression().isEmpty()).toList();
    int suppressed = report.findings().size() - counting.size();
    String tail = suppressed == 0 ? "" : "; " + suppressed + " suppressed";
    if (counting.isEmpty()) {
      return nothing() + tail;
    }
    int flagged = (int) report.inventory().callSites().stream().filter(CallSite::flagged).count();
    String sites = " (" + count(flagged, "flagged call site") + "): ";
    List<String> parts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      int number = (int) counting.stream().filter(f -> f.severity() == severity).count();
      if (number > 0) {
        String words = count(number, severity.word());
        parts.add(lines.look().style().severity(severity, words));
      }
    }
    return count(counting.size(), "finding") + sites + String.join(", ", parts) + tail;
  }

  /** Main code of which nobody knows whether somebody waits. */
  private static boolean unsettled(CallSite site) {
    return !site.inTest()
        && (site.coupling() == Coupling.UNREACHED || site.coupling() == Coupling.UNKNOWN);
  }

  private String nothing() {
    int sites = report.inventory().callSites().size();
    String files = count(report.coverage().javaFiles(), "Java file");
    String text =
        sites == 0 ? "No AI call site in " + files : "No findings, " + count(sites, "call site");
    long open = report.inventory().callSites().stream().filter(TextClosing::unsettled).count();
    String rest = open == 0 ? "" : ", " + open + " of them unreached or unknown";
    boolean good = open == 0 && report.coverage().complete();
    return good ? lines.look().style().good(text) : text + rest;
  }
}
