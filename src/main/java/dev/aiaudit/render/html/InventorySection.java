package dev.aiaudit.render.html;

import static dev.aiaudit.render.Markup.text;
import static dev.aiaudit.render.Markup.wrapping;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Phrases;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Everything that was found: entry points, call sites, and what configuration says. */
final class InventorySection {
  /** A page with more rows is a file that no browser opens gladly. */
  private static final int MAX_ROWS = 1_000;

  private final Inventory inventory;
  private final Filters filters;

  InventorySection(Report report, Filters filters) {
    this.inventory = report.inventory();
    this.filters = filters;
  }

  void write(StringBuilder page) {
    page.append("<section id=\"inventory\"><h2>Inventory</h2>\n");
    entries(page);
    sites(page);
    facts(page);
    page.append("</section>\n");
  }

  private void entries(StringBuilder page) {
    List<EntryPoint> all = inventory.entryPoints();
    open("entry point", all.size(), page);
    Predicate<EntryPoint> fails = entry -> entry.outage().containsValue(Outcome.FAILS);
    Filters.of(
        "entry",
        all.size(),
        List.of(
            choice("waits", "where somebody waits", all, EntryPoint::waits),
            choice("fails", "that fail with a provider", all, fails),
            choice("unwaited", "where nobody waits", all, entry -> !entry.waits())),
        page);
    table("Entry point|Somebody waits|While it is down|Fails without", all, this::entry, page);
  }

  private void entry(EntryPoint entry, StringBuilder page) {
    page.append("<tr class=\"row ").append(filters.classes(entry));
    page.append(entry.waits() ? " waits" : " unwaited");
    page.append(entry.outage().containsValue(Outcome.FAILS) ? " fails" : "").append("\">");
    HtmlRenderer.entryCell(entry, page);
    page.append("<td>").append(entry.waits() ? "yes" : "no").append("</td><td>");
    entry
        .outage()
        .forEach(
            (provider, outcome) -> {
              page.append("<span class=\"badge ").append(outcome.word()).append("\">");
              page.append(text(provider)).append(": ").append(outcome.word()).append("</span> ");
            });
    List<String> sets =
        entry.cutSets().stream().map(providers -> String.join(" and ", providers)).toList();
    String fails = sets.isEmpty() ? "no outage of up to three" : String.join("; or ", sets);
    page.append("</td><td>").append(text(fails)).append("</td></tr>\n");
  }

  private void sites(StringBuilder page) {
    List<CallSite> all = inventory.callSites();
    open("call site", all.size(), page);
    Filters.of(
        "site",
        all.size(),
        List.of(
            choice("flagged", "without a fallback", all, CallSite::flagged),
            choice("waits", "waited for", all, site -> is(site, Coupling.WAITS)),
            choice("detached", "detached", all, site -> is(site, Coupling.DETACHED)),
            choice("unreached", "unreached", all, site -> is(site, Coupling.UNREACHED)),
            choice("test", "in tests", all, CallSite::inTest)),
        page);
    table("Call site|Provider|Somebody waits|On a failure|Worst wait", all, this::site, page);
  }

  /** Tests are told apart first: nothing reaches them, and that is as it should be. */
  private static boolean is(CallSite site, Coupling coupling) {
    return !site.inTest() && site.coupling() == coupling;
  }

  private void site(CallSite site, StringBuilder page) {
    String coupling = site.inTest() ? "test" : site.coupling().word();
    page.append("<tr class=\"row ").append(filters.classes(site)).append(' ').append(coupling);
    page.append(site.flagged() ? " flagged" : "").append("\"><td>");
    page.append(text(Phrases.shortName(site.enclosing()))).append("<br/><small>");
    page.append(text(Phrases.shortName(site.callee()))).append(" at <code>");
    page.append(wrapping(site.location().toString())).append("</code></small></td><td>");
    page.append(text(Phrases.provider(site))).append("<br/><small>").append(text(site.sdk()));
    page.append(", ").append(site.mode().word()).append(' ').append(site.operation().word());
    site.model().ifPresent(model -> page.append(", ").append(text(model)));
    page.append("</small></td><td>").append(site.inTest() ? "in a test" : coupling);
    page.append("</td><td>").append(site.flagged() ? "<span class=\"badge fails\">" : "<span>");
    page.append(site.handling().word()).append("</span></td><td>");
    String wait = site.worstWait().map(Phrases::duration).orElse("not known");
    page.append(site.waitsWithoutEnd() ? "without end" : wait).append("</td></tr>\n");
  }

  private void facts(StringBuilder page) {
    List<ConfigFact> all = inventory.configFacts();
    open("fact in builds and configuration|facts in builds and configuration", all.size(), page);
    table("What|Provider|What it says|Where", all, this::fact, page);
  }

  private void fact(ConfigFact fact, StringBuilder page) {
    page.append("<tr class=\"row ").append(filters.classes(fact)).append("\"><td>");
    page.append(fact.what().word()).append("</td><td>").append(text(fact.provider()));
    page.append("</td><td>").append(text(fact.detail()));
    fact.verdict().ifPresent(v -> page.append("<br/><small>").append(v.word()).append("</small>"));
    fact.gate().ifPresent(g -> page.append("<br/><small>").append(g.word()).append("</small>"));
    page.append("</td><td><code>").append(wrapping(fact.location().toString()));
    page.append("</code></td></tr>\n");
  }

  private static <T> Filters.Choice choice(
      String word, String label, List<T> all, Predicate<T> which) {
    return new Filters.Choice(word, label, all.stream().limit(MAX_ROWS).filter(which).count());
  }

  private static void open(String thing, int number, StringBuilder page) {
    int bar = thing.indexOf('|');
    String title =
        bar < 0
            ? Phrases.count(number, thing)
            : number + " " + (number == 1 ? thing.substring(0, bar) : thing.substring(bar + 1));
    page.append("<details><summary>").append(title).append("</summary>\n");
  }

  private static <T> void table(
      String heads, List<T> rows, BiConsumer<T, StringBuilder> row, StringBuilder page) {
    if (rows.isEmpty()) {
      page.append("<p>None.</p></details>\n");
      return;
    }
    page.append("<div class=\"wide rows\"><table><thead><tr>");
    for (String head : heads.split("\\|", -1)) {
      page.append("<th>").append(head).append("</th>");
    }
    page.append("</tr></thead><tbody>\n");
    rows.stream().limit(MAX_ROWS).forEach(one -> row.accept(one, page));
    page.append("</tbody></table></div>\n");
    if (rows.size() > MAX_ROWS) {
      page.append("<p>").append(rows.size() - MAX_ROWS).append(" more are not shown; the JSON ");
      page.append("report has all of them.</p>\n");
    }
    page.append("</details>\n");
  }
}
