package dev.aiaudit.render;

import static dev.aiaudit.render.Markup.text;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JUnit XML for CI dashboards. One test case is one call site in main code, because that is what
 * dashboards do well: they count passed and failed cases, follow a case by class and name from
 * build to build (neither holds a line number), and show the text of a failure. A case for each
 * rule would always be the same dozen of cases and hide the second finding of a rule; one for each
 * finding would never pass. Findings without a call site get a case each in a suite of their own,
 * and an incomplete scan is a case with an error. Notes do not fail a case, suppressed findings
 * skip it.
 */
public final class JUnitRenderer implements Renderer {
  private static final String NAME = "ai-audit";

  private record Case(String className, String name, String body, Kind kind) {}

  private enum Kind {
    PASSED,
    FAILED,
    SKIPPED,
    ERROR
  }

  @Override
  public void render(Report report, Appendable out) throws IOException {
    Map<String, List<Finding>> bySite =
        report.findings().stream()
            .filter(finding -> finding.callSite().isPresent())
            .collect(
                Collectors.groupingBy(
                    finding -> finding.callSite().orElseThrow(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Case> sites = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (CallSite site : report.inventory().callSites()) {
      if (!site.inTest()) {
        sites.add(ofSite(site, bySite.getOrDefault(site.id(), List.of()), seen));
      }
    }
    List<Case> others = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.callSite().isEmpty()) {
        others.add(ofFinding(finding));
      }
    }
    others.add(completeness(report));
    List<Case> all = new ArrayList<>(sites);
    all.addAll(others);
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites name=\"" + NAME + "\"" + totals(all, false) + ">\n");
    suite("call sites", sites, out);
    suite("project", others, out);
    out.append("</testsuites>\n");
  }

  private static void suite(String name, List<Case> cases, Appendable out) throws IOException {
    out.append("  <testsuite name=\"" + NAME + " " + name + "\"" + totals(cases, true) + ">\n");
    for (Case one : cases) {
      out.append("    <testcase classname=\"" + text(one.className()) + "\" name=\"");
      out.append(text(one.name()) + "\" time=\"0\"");
      out.append(one.body().isEmpty() ? "/>\n" : ">\n" + one.body() + "    </testcase>\n");
    }
    out.append("  </testsuite>\n");
  }

  private static String totals(List<Case> cases, boolean skipped) {
    return " tests=\""
        + cases.size()
        + "\" failures=\""
        + number(cases, Kind.FAILED)
        + "\" errors=\""
        + number(cases, Kind.ERROR)
        + (skipped ? "\" skipped=\"" + number(cases, Kind.SKIPPED) : "")
        + "\" time=\"0\"";
  }

  private static long number(List<Case> cases, Kind kind) {
    return cases.stream().filter(one -> one.kind() == kind).count();
  }

  private static Case ofSite(CallSite site, List<Finding> findings, Map<String, Integer> seen) {
    String name =
        Phrases.shortName(site.enclosing()) + " calls " + Phrases.shortName(site.callee());
    String className = site.enclosing().replaceFirst("\\.[^.]*$", "");
    int count = seen.merge(className + " " + name, 1, Integer::sum);
    String unique = count == 1 ? name : name + " #" + count;
    return judged(className, unique, findings);
  }

  private static Case ofFinding(Finding finding) {
    String name = finding.ruleId() + " " + finding.message();
    return judged(NAME + "." + finding.ruleId(), name, List.of(finding));
  }

  private static Case judged(String className, String name, List<Finding> findings) {
    List<Finding> open = findings.stream().filter(f -> f.suppression().isEmpty()).toList();
    List<Finding> failing = open.stream().filter(f -> f.severity() != Severity.NOTE).toList();
    if (!failing.isEmpty()) {
      return new Case(className, name, failure(failing), Kind.FAILED);
    }
    if (open.isEmpty() && !findings.isEmpty()) {
      String reason = findings.get(0).suppression().orElseThrow().reason();
      String skipped = "      <skipped message=\"" + text(reason) + "\"/>\n";
      return new Case(className, name, skipped, Kind.SKIPPED);
    }
    String notes = open.isEmpty() ? "" : "      <system-out>" + lines(open) + "</system-out>\n";
    return new Case(className, name, notes, Kind.PASSED);
  }

  private static String failure(List<Finding> findings) {
    Finding worst = findings.stream().max(Comparator.comparing(Finding::severity)).orElseThrow();
    return "      <failure type=\""
        + text(worst.ruleId())
        + "\" message=\""
        + text(worst.message())
        + "\">"
        + lines(findings)
        + "</failure>\n";
  }

  private static String lines(List<Finding> findings) {
    StringBuilder lines = new StringBuilder("\n");
    for (Finding finding : findings) {
      String head = finding.severity().word() + "[" + finding.ruleId() + "] " + finding.message();
      lines.append(text(head)).append('\n');
      lines.append("  at ").append(text(finding.location().toString())).append('\n');
      finding
          .path()
          .forEach(
              frame -> {
                String step = Phrases.shortName(frame.method()) + " (" + frame.location() + ")";
                lines.append("  > ").append(text(step)).append('\n');
              });
      if (!finding.remediation().isBlank()) {
        lines.append("  fix: ").append(text(finding.remediation())).append('\n');
      }
    }
    return lines.toString();
  }

  private static Case completeness(Report report) {
    String name = "every file that could matter was analysed";
    if (report.coverage().complete()) {
      return new Case(NAME + ".scan", name, "", Kind.PASSED);
    }
    StringBuilder what = new StringBuilder("\n");
    report.diagnostics().stream()
        .filter(d -> d.severity() == Diagnostic.Level.ERROR)
        .forEach(d -> what.append(text(d.file() + ": " + d.message())).append('\n'));
    String error = "      <error message=\"the scan is incomplete\">" + what + "</error>\n";
    return new Case(NAME + ".scan", name, error, Kind.ERROR);
  }
}
