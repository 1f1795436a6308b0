package dev.aiaudit.render.html;

import static dev.aiaudit.render.Markup.text;
import static dev.aiaudit.render.Markup.wrapping;

import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Outage;
import dev.aiaudit.render.OutageNumbers;
import dev.aiaudit.render.Phrases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * For each provider what happens to each entry point while it is down, and why; what its fallbacks
 * then load, and what the outage costs.
 */
final class OutageSection {
  /** More entry points with the same fate than this are folded away. */
  private static final int MOST_OPEN = 4;

  private final Report report;
  private final Filters filters;
  private final OutageNumbers numbers;

  OutageSection(Report report, Filters filters) {
    this.report = report;
    this.filters = filters;
    this.numbers = new OutageNumbers(report, Outage.USUAL_LENGTH);
  }

  /** What entry points have in common that are told in one row. */
  private record Fate(Outcome outcome, String why, String hang) {
    static Fate of(Outage.Effect effect) {
      return new Fate(effect.outcome(), effect.why(), OutageSection.hang(effect));
    }
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
    if (!providers.isEmpty() && !numbers.knowsCosts()) {
      page.append("<p class=\"soft\">What an outage costs is ");
      page.append(text(numbers.costs(List.of()).get(0).head())).append(".</p>\n");
    }
    page.append("</section>\n");
  }

  private void provider(Outage outage, String provider, StringBuilder page) {
    page.append("<details open=\"open\" class=\"").append(filters.classes(List.of(provider)));
    page.append("\"><summary><b>").append(text(provider)).append("</b>");
    for (Outcome outcome : Outcome.WORST_FIRST) {
      int number = outage.with(outcome).size();
      if (number > 0) {
        page.append(" <span class=\"badge ").append(outcome.word()).append("\">");
        page.append(Phrases.outcome(number, outcome)).append("</span>");
      }
    }
    page.append("</summary>\n<div class=\"wide stack\"><table><thead><tr><th>Entry point</th>");
    page.append("<th>Outcome</th><th>Why</th><th>Worst wait</th></tr></thead><tbody>\n");
    for (Outcome outcome : Outcome.WORST_FIRST) {
      Map<Fate, List<EntryPoint>> fates =
          outage.with(outcome).stream()
              .collect(
                  Collectors.groupingBy(
                      Fate::of,
                      LinkedHashMap::new,
                      Collectors.mapping(Outage.Effect::entry, Collectors.toList())));
      fates.forEach((fate, entries) -> row(fate, entries, page));
    }
    page.append("</tbody></table></div>\n");
    items("What the fallbacks then load", numbers.load(outage), page);
    if (numbers.knowsCosts()) {
      items("Cost of " + Phrases.duration(Outage.USUAL_LENGTH), numbers.cost(outage), page);
    }
    page.append("</details>\n");
  }

  private static void row(Fate fate, List<EntryPoint> entries, StringBuilder page) {
    page.append("<tr><td>");
    boolean many = entries.size() > MOST_OPEN;
    if (many) {
      page.append("<details><summary>").append(entries.size()).append(" entry points</summary>");
    }
    for (int i = 0; i < entries.size(); i++) {
      page.append(i == 0 ? "" : "<br/>");
      HtmlRenderer.entry(entries.get(i), page);
    }
    String word = fate.outcome().word();
    page.append(many ? "</details>" : "").append("</td><td><span class=\"badge ").append(word);
    page.append("\">").append(word).append("</span></td><td>").append(wrapping(fate.why()));
    page.append("</td><td>").append(fate.hang()).append("</td></tr>\n");
  }

  private static void items(String title, List<OutageNumbers.Item> items, StringBuilder page) {
    if (items.isEmpty()) {
      return;
    }
    page.append("<h3>").append(title).append("</h3>\n<ul>\n");
    for (OutageNumbers.Item item : items) {
      page.append("<li>").append(wrapping(item.head()));
      item.below()
          .forEach(line -> page.append("<br/><small>").append(wrapping(line)).append("</small>"));
      page.append("</li>\n");
    }
    page.append("</ul>\n");
  }

  private static String hang(Outage.Effect effect) {
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
