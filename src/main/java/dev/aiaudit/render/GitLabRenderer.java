package dev.aiaudit.render;

import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * GitLab's code quality report: a JSON list, which GitLab shows in the merge request. GitLab wants
 * every fingerprint once, so a repeated one gets a counter. Suppressed findings are left out.
 */
public final class GitLabRenderer implements Renderer {
  @Override
  public void render(Report report, Appendable out) throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    List<Finding> findings =
        report.findings().stream().filter(finding -> finding.suppression().isEmpty()).toList();
    try (JsonFields json = new JsonFields(out)) {
      json.beginList();
      for (Finding finding : findings) {
        int count = seen.merge(finding.fingerprint(), 1, Integer::sum);
        String fingerprint = finding.fingerprint() + (count == 1 ? "" : "-" + count);
        issue(json, report.coverage(), finding, fingerprint);
      }
      json.endList();
    }
    out.append('\n');
  }

  private static void issue(JsonFields json, Coverage coverage, Finding finding, String print)
      throws IOException {
    json.beginObject();
    json.text("type", "issue");
    json.text("check_name", finding.ruleId());
    json.prose("description", finding.message());
    json.beginObject("content");
    json.prose("body", finding.remediation());
    json.endObject();
    json.texts("categories", List.of("Bug Risk"));
    json.text(
        "severity",
        switch (finding.severity()) {
          case ERROR -> "critical";
          case WARNING -> "major";
          case NOTE -> "info";
        });
    json.text("fingerprint", print);
    json.beginObject("location");
    String file = Phrases.fromWorkingDirectory(coverage, finding.location().file());
    json.text("path", file);
    json.beginObject("lines");
    json.number("begin", finding.location().startLine());
    json.number("end", finding.location().endLine());
    json.endObject();
    json.endObject();
    json.endObject();
  }
}
