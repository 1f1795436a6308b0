package dev.aiaudit.render;

import static dev.aiaudit.render.TextLines.safe;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.model.Ceiling;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Outages;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Report;
import dev.aiaudit.terminal.Columns;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Outages as text for people and as JSON. */
public final class OutageRenderer {
  /** Of the name of an entry point in the matrix, in columns. */
  private static final int WIDEST = 60;

  private final Report report;
  private final Duration length;
  private final OutageNumbers numbers;

  /**
   * A renderer of outages of this report.
   *
   * @param length how long the provider is down
   */
  public OutageRenderer(Report report, Duration length) {
    this.report = report;
    this.length = length;
    this.numbers = new OutageNumbers(report, length);
  }

  /** One outage, entry point by entry point, the worst first. */
  public void text(Outage outage, Appendable out) throws IOException {
    boolean one = outage.providers().size() == 1;
    StringBuilder text = new StringBuilder("While ");
    text.append(safe(String.join(" and ", outage.providers()))).append(one ? " is" : " are");
    text.append(" down for ").append(Phrases.duration(length)).append(": ");
    text.append(outage.counts()).append('\n');
    for (Outcome outcome : Outcome.WORST_FIRST) {
      List<Outage.Effect> effects = outage.with(outcome);
      text.append(effects.isEmpty() ? "" : "\n" + outcome.word() + "\n");
      effects.forEach(effect -> effect(effect, text));
    }
    int others = outage.unaffected();
    if (others > 0) {
      text.append('\n').append(Phrases.count(others, "other entry point"));
      text.append(others == 1 ? " needs" : " need").append(" no call to ");
      text.append(one ? "it" : "them").append(".\n");
    }
    ItemText items = new ItemText(text);
    items.section("What the fallbacks then load", numbers.load(outage));
    ceilings(outage.effects().stream().map(Outage.Effect::entry).toList(), hangs(outage), items);
    items.section("Cost of " + Phrases.duration(length), numbers.cost(outage));
    incomplete(text);
    out.append(Escape.lineStartGuard(text.toString()));
  }

  private static boolean hangs(Outage outage) {
    return outage.effects().stream().anyMatch(effect -> effect.hang().endless());
  }

  private void ceilings(List<EntryPoint> entries, boolean hangs, ItemText items) {
    List<Ceilings.Group> groups = Ceilings.of(report, entries);
    if (groups.isEmpty()) {
      return;
    }
    items.section(
        "Availability ceiling: more cannot be promised, by what the providers promise",
        numbers.ceilings(groups));
    items.remark(
        "Providers count as independent, a degraded answer as an answer; your own code and network"
            + " come on top.");
    if (hangs) {
      items.remark("A provider that hangs is in no figure where nothing ends the wait.");
    }
    List<String> sources = Ceilings.promises(groups).stream().map(Ceilings::source).toList();
    items.remark("Sources", sources);
  }

  private void effect(Outage.Effect effect, StringBuilder text) {
    EntryPoint entry = effect.entry();
    text.append("  ").append(safe(Phrases.entry(entry))).append(" (");
    text.append(safe(Phrases.shortName(entry.method()))).append(" at ");
    text.append(safe(entry.location().toString())).append(")\n    why: ");
    text.append(safe(effect.why())).append('\n').append("    ").append(waits(effect)).append('\n');
  }

  private String waits(Outage.Effect effect) {
    if (!effect.entry().waits()) {
      return "nobody waits for it";
    }
    if (effect.spared()) {
      return "nobody waits for this provider";
    }
    if (effect.hang().endless()) {
      boolean replaced =
          effect.outcome() == Outcome.SURVIVES || effect.outcome() == Outcome.DEGRADES;
      return "callers hang for as long as the provider does not answer: no layer has a timeout"
          + (replaced ? ", so the fallback acts on errors only" : "");
    }
    return effect.hang().most().map(this::hang).orElse("somebody waits; for how long is not known");
  }

  private String hang(Duration wait) {
    String most = Phrases.duration(wait);
    return wait.compareTo(length) >= 0
        ? "callers hang for as long as the outage lasts (worst wait " + most + ")"
        : "callers hang up to " + most;
  }

  /** Entry points by providers, each provider down alone; then what availability is left. */
  public void matrix(List<Outage> outages, Appendable out) throws IOException {
    Map<String, Map<String, String>> rows = rows(outages);
    StringBuilder text = new StringBuilder();
    if (rows.isEmpty()) {
      text.append("No entry point was found that depends on a provider.\n");
    } else {
      List<EntryPoint> entries =
          report.inventory().entryPoints().stream().filter(e -> rows.containsKey(e.id())).toList();
      table(outages, rows, entries, text);
      ItemText items = new ItemText(text);
      ceilings(entries, outages.stream().anyMatch(OutageRenderer::hangs), items);
      String cost = "Cost of " + Phrases.duration(length) + " without a provider";
      items.section(cost, numbers.costs(outages));
    }
    incomplete(text);
    out.append(Escape.lineStartGuard(text.toString()));
  }

  private static Map<String, Map<String, String>> rows(List<Outage> outages) {
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (Outage outage : outages) {
      for (Outage.Effect effect : outage.effects()) {
        rows.computeIfAbsent(effect.entry().id(), id -> new TreeMap<>())
            .put(head(outage), effect.outcome().word());
      }
    }
    return rows;
  }

  private static String head(Outage outage) {
    return safe(String.join("+", outage.providers()));
  }

  private void table(
      List<Outage> outages,
      Map<String, Map<String, String>> rows,
      List<EntryPoint> entries,
      StringBuilder text) {
    List<String> heads = new ArrayList<>(outages.stream().map(OutageRenderer::head).toList());
    List<String> names =
        entries.stream().map(e -> Columns.cut(safe(Phrases.entry(e)), WIDEST, "…")).toList();
    int first = names.stream().mapToInt(Columns::width).max().orElse(0);
    Outages paths = Outages.of(report.inventory().callSites());
    List<String> titles = new ArrayList<>(heads);
    titles.add("ceiling");
    line("", titles, titles, first, text);
    for (int i = 0; i < entries.size(); i++) {
      EntryPoint entry = entries.get(i);
      Map<String, String> row = rows.getOrDefault(entry.id(), Map.of());
      List<String> cells =
          new ArrayList<>(heads.stream().map(p -> row.getOrDefault(p, "-")).toList());
      cells.add(Ceilings.inShort(Ceiling.of(report, entry, paths)));
      line(names.get(i), cells, titles, first, text);
    }
  }

  private static void line(
      String name, List<String> cells, List<String> heads, int first, StringBuilder text) {
    StringBuilder line = new StringBuilder(Columns.pad(name, first));
    for (int i = 0; i < cells.size(); i++) {
      int width = Math.max("degrades".length(), Columns.width(heads.get(i)));
      line.append("  ").append(Columns.pad(cells.get(i), width));
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private void incomplete(StringBuilder text) {
    if (!report.coverage().complete()) {
      text.append("\nThe scan is incomplete: what is not listed may fail, too.\n");
    }
  }

  /** The same facts for machines. */
  public void json(List<Outage> outages, Appendable out) throws IOException {
    try (JsonFields json = new JsonFields(out)) {
      new OutageJson(report, length, json).write(outages);
    }
    out.append('\n');
  }
}
