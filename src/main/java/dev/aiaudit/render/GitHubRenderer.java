package dev.aiaudit.render;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * GitHub workflow commands that put findings beside the lines of a pull request. GitHub shows ten
 * of each severity in a step, so the most severe come first; columns only count within one line.
 * Suppressed findings are left out.
 */
public final class GitHubRenderer implements Renderer {
  @Override
  public void render(Report report, Appendable out) throws IOException {
    List<Finding> findings =
        report.findings().stream()
            .filter(finding -> finding.suppression().isEmpty())
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .toList();
    for (Diagnostic diagnostic : report.diagnostics()) {
      if (diagnostic.severity() != Diagnostic.Level.INFO) {
        out.append(diagnostic(report.coverage(), diagnostic)).append('\n');
      }
    }
    for (Finding finding : findings) {
      out.append(finding(report.coverage(), finding)).append('\n');
    }
  }

  private static String finding(Coverage coverage, Finding finding) {
    String command =
        switch (finding.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTE -> "notice";
        };
    String fix = finding.remediation().isBlank() ? "" : "\n" + finding.remediation();
    return "::"
        + command
        + " file="
        + property(Phrases.fromWorkingDirectory(coverage, finding.location().file()))
        + range(finding.location())
        + ",title="
        + property("ai-audit " + finding.ruleId())
        + "::"
        + data(finding.message() + fix);
  }

  private static String range(Location place) {
    String lines = ",line=" + place.startLine() + ",endLine=" + place.endLine();
    boolean columns = place.startLine() == place.endLine() && place.endColumn() > 1;
    return columns
        ? lines + ",col=" + place.startColumn() + ",endColumn=" + place.endColumn()
        : lines;
  }

  private static String diagnostic(Coverage coverage, Diagnostic diagnostic) {
    String line = diagnostic.line().map(number -> ",line=" + number).orElse("");
    String file = Phrases.fromWorkingDirectory(coverage, diagnostic.file());
    return "::"
        + diagnostic.severity().word()
        + (diagnostic.file().isEmpty() ? " " : " file=" + property(file) + line + ",")
        + "title="
        + property("ai-audit")
        + "::"
        + data(diagnostic.message());
  }

  private static String property(String text) {
    return Escape.workflowCommandProperty(Escape.lineStartGuard(text));
  }

  private static String data(String text) {
    return Escape.workflowCommandData(Escape.lineStartGuard(Redact.secrets(text)));
  }
}
