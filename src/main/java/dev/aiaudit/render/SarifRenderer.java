package dev.aiaudit.render;

import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * SARIF 2.1.0 for code scanning. Paths are relative to the directory in which the scan was started
 * ({@code SRCROOT}). What code scanning would refuse (more than 25,000 results) or silently not
 * show (more than 1,000 steps of a path) is cut here, the mildest findings first, and a
 * notification tells how much.
 */
public final class SarifRenderer implements Renderer {
  /** GitHub refuses files with more results. */
  static final int MAX_RESULTS = 25_000;

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private final RuleNames rules;

  /** A renderer that writes these rules into the list of the tool's rules. */
  public SarifRenderer(RuleNames rules) {
    this.rules = rules;
  }

  @Override
  public void render(Report report, Appendable out) throws IOException {
    List<RuleText> listed = SarifRules.listed(rules, report.findings());
    List<Finding> findings = mostSevere(report.findings());
    try (JsonFields json = new JsonFields(out)) {
      json.beginObject();
      json.text("$schema", SCHEMA);
      json.text("version", "2.1.0");
      json.beginList("runs");
      json.beginObject();
      new SarifRules(json).tool(report, listed);
      invocation(json, report, report.findings().size() - findings.size());
      bases(json);
      // JavaParser, and so every place in a report, counts UTF-16 units.
      json.text("columnKind", "utf16CodeUnits");
      SarifResults results = new SarifResults(json, report, listed);
      json.list("results", findings, results::write);
      properties(json, report);
      json.endObject();
      json.endList();
      json.endObject();
    }
    out.append('\n');
  }

  private static List<Finding> mostSevere(List<Finding> findings) {
    if (findings.size() <= MAX_RESULTS) {
      return findings;
    }
    List<Integer> kept =
        IntStream.range(0, findings.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> findings.get(i).severity())
                    .reversed()
                    .thenComparing(i -> i))
            .limit(MAX_RESULTS)
            .sorted()
            .toList();
    return kept.stream().map(findings::get).toList();
  }

  private static void invocation(JsonFields json, Report report, int left) throws IOException {
    json.beginList("invocations");
    json.beginObject();
    json.flag("executionSuccessful", report.coverage().complete());
    json.beginList("toolExecutionNotifications");
    for (Diagnostic diagnostic : report.diagnostics()) {
      notification(json, report, diagnostic);
    }
    if (left > 0) {
      json.beginObject();
      json.text("level", Severity.WARNING.word());
      SarifResults.message(json, "message", left + " of the mildest findings were left out");
      json.endObject();
    }
    json.endList();
    json.endObject();
    json.endList();
  }

  private static void notification(JsonFields json, Report report, Diagnostic diagnostic)
      throws IOException {
    json.beginObject();
    json.text(
        "level",
        switch (diagnostic.severity()) {
          case INFO -> "note";
          case WARNING -> "warning";
          case ERROR -> "error";
        });
    SarifResults.message(json, "message", diagnostic.message());
    if (!diagnostic.file().isEmpty()) {
      json.beginList("locations");
      json.beginObject();
      json.beginObject("physicalLocation");
      SarifResults.artifact(json, report.coverage(), diagnostic.file());
      if (diagnostic.line().isPresent()) {
        json.beginObject("region");
        json.number("startLine", Math.max(1, diagnostic.line().get()));
        json.endObject();
      }
      json.endObject();
      json.endObject();
      json.endList();
    }
    json.endObject();
  }

  private static void bases(JsonFields json) throws IOException {
    json.beginObject("originalUriBaseIds");
    json.beginObject(SarifResults.BASE);
    json.beginObject("description");
    json.text("text", "The directory in which the scan was started.");
    json.endObject();
    json.endObject();
    json.endObject();
  }

  private static void properties(JsonFields json, Report report) throws IOException {
    json.beginObject("properties");
    json.text("catalog", report.catalog());
    json.text("root", report.coverage().root());
    if (report.coverage().revision().isPresent()) {
      json.text("revision", report.coverage().revision());
    }
    json.endObject();
  }
}
