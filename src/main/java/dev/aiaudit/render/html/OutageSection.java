package dev.aiaudit.render.html;

import static dev.aiaudit.render.Markup.text;
import static dev.aiaudit.render.Markup.wrapping;

import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Outage;
import dev.aiaudit.render.Phrases;
import java.util.List;
import java.util.TreeSet;

/** For each provider what happens to each entry point while it is down, and why. */
final class OutageSection {
  private static final List<Outcome> ORDER =
      List.of(Outcome.FAILS, Outcome.UNKNOWN, Outcome.DEGRADES, Outcome.SURVIVES);

  private final Report report;

  OutageSection(Report report) {
    this.report = report;
  }

  void write(StringBuilder page) {
    TreeSet<String> providers = new TreeSet<>();
    for (EntryPoint entry : report.inventory().entryPoints()) {
      providers.addAll(entry.outage().keySet());
    }
    page.append("<section id=\"outage\"><h2>While a provider is down</h2>\n");
    if (providers.isEmpty()) {
      page.append("<p>No entry point was found that depends on a provider.</p>\n");
    }
    for (String provider : providers) {
      provider(Outage.of(report, List.of(provider)), provider, page);
    }
    page.append("</section>\n");
  }

  private static void provider(Outage outage, String provider, StringBuilder page) {
    page.append("<details open=\"open\"><summary><b>").append(text(provider)).append("</b>");
    for (Outcome outcome : ORDER) {
      int number = outage.with(outcome).size();
      if (number > 0) {
        page.append(" <span class=\"badge ").append(outcome.word()).append("\">").append(number);
        page.append(' ').append(outcome.word()).append("</span>");
      }
    }
    page.append("</summary>\n<div class=\"wide stack\"><table><thead><tr><th>Entry point</th>");
    page.append("<th>Outcome</th><th>Why</th><th>Worst wait</th></tr></thead><tbody>\n");
    for (Outcome outcome : ORDER) {
      outage.with(outcome).forEach(effect -> row(effect, page));
    }
    page.append("</tbody></table></div></details>\n");
  }

  private static void row(Outage.Effect effect, StringBuilder page) {
    page.append("<tr>");
    HtmlRenderer.entryCell(effect.entry(), page);
    String word = effect.outcome().word();
    page.append("<td><span class=\"badge ").append(word).append("\">").append(word);
    page.append("</span></td><td>").append(wrapping(effect.why())).append("</td><td>");
    page.append(wait(effect)).append("</td></tr>\n");
  }

  private static String wait(Outage.Effect effect) {
    if (!effect.entry().waits()) {
      return "nobody waits";
    }
    if (effect.spared()) {
      return "none";
    }
    return effect.hang().endless()
        ? "without end"
        : effect.hang().most().map(Phrases::duration).orElse("not known");
  }
}
