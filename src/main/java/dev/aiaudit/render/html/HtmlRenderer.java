package dev.aiaudit.render.html;

import static dev.aiaudit.render.Markup.text;
import static dev.aiaudit.render.Markup.wrapping;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Phrases;
import dev.aiaudit.render.Renderer;
import dev.aiaudit.render.RuleNames;
import dev.aiaudit.render.SourceLines;
import dev.aiaudit.render.graph.Graph;
import dev.aiaudit.render.graph.GraphBuilder;
import dev.aiaudit.render.graph.GraphScope;
import dev.aiaudit.render.graph.SvgRenderer;
import java.io.IOException;
import java.util.List;

/**
 * One HTML page: overview, dependency picture, what an outage of each provider does, findings with
 * path and code, what was looked at.
 */
public final class HtmlRenderer implements Renderer {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final SourceLines sources;
  private final RuleNames rules;

  /** A renderer that quotes these sources and shows these rule titles. */
  public HtmlRenderer(SourceLines sources, RuleNames rules) {
    this.sources = sources;
    this.rules = rules;
  }

  @Override
  public void render(Report report, Appendable out) throws IOException {
    StringBuilder page = new StringBuilder(1 << 16);
    head(report, page);
    page.append("<header><h1>").append(answer(report)).append("</h1>\n");
    page.append("<p class=\"soft\">ai-audit ").append(text(report.toolVersion())).append(": ");
    page.append("<code>").append(text(report.coverage().root())).append("</code>");
    report
        .coverage()
        .revision()
        .ifPresent(r -> page.append(" at <code>").append(text(r)).append("</code>"));
    page.append("</p>\n");
    if (!report.coverage().complete()) {
      page.append("<p class=\"alarm\">The scan is incomplete: a file that could matter was not ");
      page.append("analysed. See <a href=\"#coverage\">what was looked at</a>.</p>\n");
    }
    page.append("<nav><a href=\"#overview\">Overview</a> <a href=\"#picture\">Picture</a> ");
    boolean numbers = AvailabilitySection.covers(report);
    page.append("<a href=\"#outage\">Outages</a> ");
    page.append(numbers ? "<a href=\"#availability\">Availability</a> " : "");
    page.append("<a href=\"#findings\">Findings</a> ");
    page.append("<a href=\"#inventory\">Inventory</a> ");
    page.append("<a href=\"#coverage\">Coverage</a></nav></header>\n<main>\n");
    Filters filters = new Filters(report);
    filters.byProvider(page);
    new Overview(report, filters).write(page);
    picture(report, page);
    new OutageSection(report, filters).write(page);
    new AvailabilitySection(report).write(page);
    new FindingsSection(report, sources, rules, filters).write(page);
    new InventorySection(report, filters).write(page);
    coverage(report, page);
    page.append("</main>\n</body>\n</html>\n");
    out.append(Escape.lineStartGuard(page.toString()));
  }

  private static void head(Report report, StringBuilder page) {
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(POLICY);
    page.append(
        "\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    page.append("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
    page.append("<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>ai-audit: ");
    page.append(text(report.coverage().root())).append("</title>\n<style>\n").append(PageStyle.CSS);
    page.append("</style>\n</head>\n<body>\n");
  }

  private static String answer(Report report) {
    List<CallSite> sites = report.inventory().callSites();
    long flagged = sites.stream().filter(CallSite::flagged).count();
    if (sites.isEmpty()) {
      return "No call to an AI provider found";
    }
    if (flagged == 0) {
      return "No entry point was found that waits for an AI provider without a fallback";
    }
    return Phrases.count((int) flagged, "call site")
        + (flagged == 1 ? " is" : " are")
        + " waited for without a fallback";
  }

  private static void picture(Report report, StringBuilder page) {
    page.append("<section id=\"picture\"><h2>Who depends on whom</h2>\n");
    if (report.inventory().callSites().stream().allMatch(CallSite::inTest)) {
      page.append("<p>There is nothing to draw.</p></section>\n");
      return;
    }
    Graph graph = GraphBuilder.of(report, GraphScope.ALL, SvgRenderer.LIMIT);
    page.append("<p class=\"legend\"><span class=\"fails\">fails with its provider</span> ");
    page.append(
        "<span class=\"degrades\">degrades</span> <span class=\"survives\">survives</span> ");
    page.append("<span class=\"unknown\">unknown</span> dashed arrow: the caller does not wait");
    boolean grouped =
        graph.nodes().stream().filter(n -> n.layer() == Graph.Layer.ENTRIES).count()
            < report.inventory().entryPoints().stream().filter(e -> !e.outage().isEmpty()).count();
    page.append(grouped ? "; entry points are grouped, the number says of how many" : "");
    page.append("</p>\n<div class=\"wide\">");
    SvgRenderer.draw(graph, "", page);
    page.append("</div></section>\n");
  }

  private static void coverage(Report report, StringBuilder page) {
    Coverage coverage = report.coverage();
    page.append("<section id=\"coverage\"><h2>What was looked at</h2>\n<p>");
    page.append(Phrases.count(coverage.files(), "file")).append(", of these ");
    page.append(Phrases.count(coverage.javaFiles(), "Java file")).append("; ");
    page.append(coverage.parsedFiles()).append(" had to be parsed, the others were ruled out ");
    page.append("without parsing.</p>\n");
    if (!coverage.notAnalysed().isEmpty()) {
      page.append("<p>Not analysed:</p><ul>\n");
      for (Coverage.OtherLanguage other : coverage.notAnalysed()) {
        page.append("<li>").append(text(other.language())).append(": ");
        page.append(Phrases.count(other.files(), "file")).append(", ");
        page.append(other.aiSignals()).append(" of them mention AI</li>\n");
      }
      page.append("</ul>\n");
    }
    if (!report.diagnostics().isEmpty()) {
      page.append("<details><summary>");
      page.append(Phrases.count(report.diagnostics().size(), "remark")).append("</summary><ul>\n");
      for (Diagnostic diagnostic : report.diagnostics()) {
        String line = diagnostic.line().map(number -> ":" + number).orElse("");
        String file = diagnostic.file().isEmpty() ? "" : diagnostic.file() + line + ": ";
        page.append("<li>").append(diagnostic.severity().word()).append(": ");
        page.append(text(file + diagnostic.message())).append("</li>\n");
      }
      page.append("</ul></details>\n");
    }
    page.append("</section>\n");
  }

  /** {@code POST /orders} in one cell, its method and place in small letters below. */
  static void entryCell(EntryPoint entry, StringBuilder page) {
    page.append("<td>");
    entry(entry, page);
    page.append("</td>");
  }

  static void entry(EntryPoint entry, StringBuilder page) {
    page.append(text(Phrases.entry(entry))).append("<br/><small>");
    page.append(text(Phrases.shortName(entry.method()))).append(" at <code>");
    page.append(wrapping(entry.location().toString())).append("</code></small>");
  }
}
