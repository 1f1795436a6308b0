package dev.aiaudit.render.html;

import static dev.aiaudit.render.Markup.text;
import static dev.aiaudit.render.Markup.wrapping;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Phrases;
import dev.aiaudit.render.WorstPaths;
import java.util.List;
import java.util.function.Predicate;

/** The numbers, and the providers in use. */
final class Overview {
  private final Report report;
  private final Filters filters;

  Overview(Report report, Filters filters) {
    this.report = report;
    this.filters = filters;
  }

  void write(StringBuilder page) {
    page.append("<section id=\"overview\"><h2>Overview</h2>\n<ul class=\"tiles\">\n");
    int providers = report.providers().size();
    tile(providers, providers == 1 ? "provider" : "providers", "", page);
    tile(sites(site -> !site.inTest()), "call sites", "", page);
    tile(entries(EntryPoint::waits), "entry points somebody waits at", "", page);
    tile(
        entries(e -> e.outage().containsValue(Outcome.FAILS)),
        "entry points fail with a provider",
        "fails",
        page);
    tile(sites(CallSite::flagged), "call sites without a fallback", "fails", page);
    tile(
        report.findings().stream().filter(f -> f.suppression().isEmpty()).count(),
        "findings",
        "",
        page);
    page.append("</ul>\n");
    if (!report.providers().isEmpty()) {
      providers(page);
    }
    worstPaths(page);
    page.append("</section>\n");
  }

  private void providers(StringBuilder page) {
    page.append(
        "<div class=\"wide few models\"><table><thead><tr><th>Provider</th><th>Call sites</th>");
    page.append(
        "<th>Without a fallback</th><th>Entry points</th><th>Models</th></tr></thead><tbody>\n");
    for (Provider provider : report.providers()) {
      page.append("<tr class=\"").append(filters.classes(List.of(provider.id())));
      page.append("\"><td>").append(text(provider.name())).append("</td><td class=\"n\">");
      page.append(provider.callSites()).append("</td><td class=\"n\">");
      page.append(provider.flagged()).append("</td><td class=\"n\">");
      page.append(provider.entryPoints()).append("</td><td>");
      page.append(text(String.join(", ", provider.models()))).append("</td></tr>\n");
    }
    page.append("</tbody></table></div>\n");
  }

  private void worstPaths(StringBuilder page) {
    List<WorstPaths.Worst> all = WorstPaths.of(report);
    if (all.isEmpty()) {
      return;
    }
    page.append("<h3>Worst paths</h3>\n<ol>\n");
    for (WorstPaths.Worst worst : all.subList(0, Math.min(WorstPaths.FEW, all.size()))) {
      page.append("<li><b>").append(text(Phrases.entry(worst.entry()))).append("</b> needs ");
      page.append(text(Phrases.provider(worst.site()))).append(": ").append(text(worst.harm()));
      page.append("<br/><small><code>").append(wrapping(worst.site().location().toString()));
      page.append("</code></small></li>\n");
    }
    page.append("</ol>\n");
  }

  private static void tile(long number, String words, String tone, StringBuilder page) {
    page.append("<li class=\"").append(number > 0 ? tone : "").append("\"><b>").append(number);
    page.append("</b> ").append(words).append("</li>\n");
  }

  private long sites(Predicate<CallSite> which) {
    return report.inventory().callSites().stream().filter(which).count();
  }

  private long entries(Predicate<EntryPoint> which) {
    return report.inventory().entryPoints().stream().filter(which).count();
  }
}
