package dev.aiaudit.render.html;

import static dev.aiaudit.render.Markup.text;

import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Promise;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Ceilings;
import dev.aiaudit.render.Phrases;
import java.util.List;

/** What availability can be promised at most, with formulas and sources. */
final class AvailabilitySection {
  private static final int MOST_OPEN = 6;
  private final Report report;

  AvailabilitySection(Report report) {
    this.report = report;
  }

  /** Whether there is anything to say. */
  static boolean covers(Report report) {
    return report.inventory().entryPoints().stream().anyMatch(e -> !e.outage().isEmpty());
  }

  void write(StringBuilder page) {
    List<EntryPoint> entries =
        report.inventory().entryPoints().stream().filter(e -> !e.outage().isEmpty()).toList();
    if (entries.isEmpty()) {
      return;
    }
    List<Ceilings.Group> groups = Ceilings.of(report, entries);
    page.append("<section id=\"availability\"><h2>What availability can be promised</h2>\n");
    page.append("<p>At most this, by what the providers promise. They count as independent, a ");
    page.append("degraded answer as an answer; your own code and network come on top.</p>\n");
    page.append("<div class=\"wide few\"><table><thead><tr><th>Ceiling</th><th>Entry points</th>");
    page.append("<th>How</th></tr></thead><tbody>\n");
    groups.forEach(group -> row(group, page));
    page.append("</tbody></table></div>\n");
    if (!Ceilings.promises(groups).isEmpty()) {
      page.append("<ul>\n");
      for (Promise promise : Ceilings.promises(groups)) {
        page.append("<li>").append(text(Ceilings.source(promise))).append("</li>\n");
      }
      page.append("</ul>\n");
    }
    page.append("</section>\n");
  }

  private void row(Ceilings.Group group, StringBuilder page) {
    page.append("<tr><td class=\"n\">").append(text(Ceilings.inShort(group.ceiling())));
    page.append("</td><td>");
    List<String> names = group.entries().stream().map(Phrases::entry).toList();
    boolean many = names.size() > MOST_OPEN;
    if (many) {
      page.append("<details><summary>").append(names.size()).append(" entry points</summary>");
    }
    for (int i = 0; i < names.size(); i++) {
      page.append(i == 0 ? "" : "<br/>").append(text(names.get(i)));
    }
    page.append(many ? "</details>" : "").append("</td><td>");
    var target = report.inventory().policy().targets().availability();
    List<String> reasons = Ceilings.reasons(group.ceiling(), target);
    for (int i = 0; i < reasons.size(); i++) {
      page.append(i == 0 ? "" : "<br/>").append(text(reasons.get(i)));
    }
    page.append("</td></tr>\n");
  }
}
