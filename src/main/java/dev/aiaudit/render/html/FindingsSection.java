package dev.aiaudit.render.html;

import static dev.aiaudit.render.Markup.text;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import dev.aiaudit.render.Phrases;
import dev.aiaudit.render.RuleNames;
import dev.aiaudit.render.SourceLines;
import dev.aiaudit.terminal.CodeFrame;
import dev.aiaudit.terminal.Glyphs;
import dev.aiaudit.terminal.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The findings, most severe first, with filters that are radio buttons and CSS. */
final class FindingsSection {
  /** A page with more is a file that no browser opens gladly. */
  private static final int MAX_FINDINGS = 1_000;

  private static final CodeFrame FRAME = new CodeFrame(Style.PLAIN, Glyphs.UNICODE, 110);

  private final Report report;
  private final SourceLines sources;
  private final RuleNames rules;
  private final Filters filters;
  private final Map<String, CallSite> sites;

  FindingsSection(Report report, SourceLines sources, RuleNames rules, Filters filters) {
    this.filters = filters;
    this.report = report;
    this.sources = sources;
    this.rules = rules;
    this.sites =
        report.inventory().callSites().stream()
            .collect(Collectors.toMap(CallSite::id, Function.identity(), (a, b) -> a));
  }

  void write(StringBuilder page) {
    List<Finding> sorted =
        report.findings().stream()
            .sorted(
                Comparator.comparing((Finding finding) -> finding.suppression().isPresent())
                    .thenComparing(Comparator.comparing(Finding::severity).reversed()))
            .toList();
    page.append("<section id=\"findings\"><h2>Findings</h2>\n");
    if (sorted.isEmpty()) {
      page.append("<p>None.</p></section>\n");
      return;
    }
    filters(sorted, page);
    page.append("<div class=\"rows\">\n");
    sorted.stream().limit(MAX_FINDINGS).forEach(finding -> finding(finding, page));
    page.append("</div>\n");
    if (sorted.size() > MAX_FINDINGS) {
      page.append("<p>").append(sorted.size() - MAX_FINDINGS).append(" more findings are not ");
      page.append("shown; the JSON report has all of them.</p>\n");
    }
    page.append("</section>\n");
  }

  private static void filters(List<Finding> findings, StringBuilder page) {
    List<Filters.Choice> choices = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long rows = findings.stream().filter(f -> isOpen(f) && f.severity() == severity).count();
      String label = severity.word() + (rows == 1 ? "" : "s");
      choices.add(new Filters.Choice(severity.word(), label, rows));
    }
    long suppressed = findings.stream().filter(f -> !isOpen(f)).count();
    choices.add(new Filters.Choice("suppressed", "suppressed", suppressed));
    Filters.of("show", findings.size(), choices, page);
  }

  private static boolean isOpen(Finding finding) {
    return finding.suppression().isEmpty();
  }

  private void finding(Finding finding, StringBuilder page) {
    boolean suppressed = !isOpen(finding);
    String tone = suppressed ? "suppressed" : finding.severity().word();
    Optional<CallSite> called = finding.callSite().map(sites::get);
    String by = called.map(site -> " " + filters.classes(site)).orElse("");
    page.append("<details class=\"finding ").append(tone).append(by).append('"');
    page.append(finding.severity() == Severity.ERROR && !suppressed ? " open=\"open\"" : "");
    page.append("><summary><span class=\"badge ").append(finding.severity().word()).append("\">");
    page.append(finding.severity().word()).append(' ').append(text(finding.ruleId()));
    page.append("</span> ").append(text(finding.message())).append(" <code>");
    page.append(text(finding.location().toString())).append("</code></summary>\n");
    String title = rules.title(finding.ruleId());
    if (!title.isEmpty()) {
      page.append("<p class=\"soft\">").append(text(title)).append("</p>\n");
    }
    finding
        .suppression()
        .ifPresent(
            s -> {
              page.append("<p>Suppressed (").append(s.kind().word()).append("): ");
              page.append(text(s.reason())).append("</p>\n");
            });
    code(finding.location(), page);
    path(finding, page);
    called.ifPresent(site -> why(site, page));
    if (!finding.remediation().isBlank()) {
      page.append("<p class=\"fix\"><b>Fix:</b> ").append(text(finding.remediation()));
      page.append("</p>\n");
    }
    page.append("</details>\n");
  }

  private void path(Finding finding, StringBuilder page) {
    if (finding.path().isEmpty()) {
      return;
    }
    Optional<EntryPoint> entry = finding.entryPoint().flatMap(report.inventory()::entryPoint);
    page.append("<ol class=\"path\">\n");
    entry.ifPresent(
        e -> {
          page.append("<li><b>").append(text(Phrases.entry(e))).append("</b>");
          page.append(e.waits() ? " (somebody waits)" : "").append("</li>\n");
        });
    for (int i = 0; i < finding.path().size(); i++) {
      Frame frame = finding.path().get(i);
      boolean last = i == finding.path().size() - 1;
      String remark = last ? "the call" : Phrases.remark(frame);
      page.append("<li>").append(text(Phrases.shortName(frame.method()))).append(" <code>");
      page.append(text(frame.location().toString())).append("</code>");
      page.append(remark.isEmpty() ? "" : " <small>" + remark + "</small>");
      if (!last) {
        code(frame.location(), page);
      }
      page.append("</li>\n");
    }
    page.append("</ol>\n");
  }

  private static void why(CallSite site, StringBuilder page) {
    page.append("<ul class=\"why\"><li>Provider: ").append(text(Phrases.provider(site)));
    page.append(" through ").append(text(site.sdk())).append(", ");
    page.append(site.mode().word()).append(' ').append(site.operation().word());
    site.model().ifPresent(model -> page.append(", model ").append(text(model)));
    page.append("</li>\n<li>").append("Why: ").append(Phrases.handling(site.handling()));
    site.handledAt()
        .ifPresent(at -> page.append(" at <code>").append(text(at.toString())).append("</code>"));
    page.append("</li>\n");
    site.worstWait()
        .ifPresent(
            wait -> {
              page.append("<li>Worst wait: up to ").append(Phrases.duration(wait));
              page.append(" before a failure reaches any handler</li>\n");
            });
    for (Guard guard : site.guards()) {
      String reason = guard.reason().map(r -> ": " + r).orElse("");
      page.append("<li>").append(guard.effective() ? "Guard: " : "Ineffective: ");
      page.append(text(Phrases.guard(guard) + reason)).append("</li>\n");
    }
    page.append("</ul>\n");
  }

  private void code(Location place, StringBuilder page) {
    List<String> drawn =
        sources
            .lines(place.file())
            .map(lines -> FRAME.draw(lines, place, Severity.NOTE))
            .orElse(List.of());
    if (drawn.isEmpty()) {
      return;
    }
    page.append("<pre>");
    drawn.forEach(line -> page.append(text(line)).append('\n'));
    page.append("</pre>\n");
  }
}
