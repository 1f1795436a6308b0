package dev.aiaudit.render;

import static dev.aiaudit.render.TextLines.safe;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Report;
import dev.aiaudit.terminal.Columns;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Outages as text for people and as JSON. */
public final class OutageRenderer {
  private static final List<Outcome> ORDER =
      List.of(Outcome.FAILS, Outcome.UNKNOWN, Outcome.DEGRADES, Outcome.SURVIVES);

  private static final int WIDEST = 60;
  private final Report report;
  private final Duration length;

  /**
   * A renderer of outages of this report.
   *
   * @param length how long the provider is down
   */
  public OutageRenderer(Report report, Duration length) {
    this.report = report;
    this.length = length;
  }

  /** One outage, entry point by entry point, the worst first. */
  public void text(Outage outage, Appendable out) throws IOException {
    StringBuilder text = new StringBuilder("While ");
    text.append(safe(String.join(" and ", outage.providers())));
    text.append(outage.providers().size() == 1 ? " is" : " are").append(" down for ");
    text.append(Phrases.duration(length)).append(": ").append(counts(outage)).append('\n');
    for (Outcome outcome : ORDER) {
      List<Outage.Effect> effects = outage.with(outcome);
      if (!effects.isEmpty()) {
        text.append('\n').append(outcome.word()).append('\n');
        effects.forEach(effect -> effect(effect, text));
      }
    }
    int others = outage.unaffected();
    if (others > 0) {
      text.append('\n').append(Phrases.count(others, "other entry point"));
      text.append(others == 1 ? " needs" : " need").append(" no call to ");
      text.append(outage.providers().size() == 1 ? "it" : "them").append(".\n");
    }
    incomplete(text);
    out.append(Escape.lineStartGuard(text.toString()));
  }

  private static String counts(Outage outage) {
    StringBuilder counts = new StringBuilder();
    for (Outcome outcome : ORDER) {
      counts.append(counts.isEmpty() ? "" : ", ").append(outage.with(outcome).size());
      counts.append(' ').append(outcome.word());
    }
    return outage.effects().isEmpty() ? "no entry point needs it" : counts.toString();
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
      return "callers hang for as long as the provider does not answer: no layer has a timeout";
    }
    return effect
        .hang()
        .most()
        .map(
            wait ->
                wait.compareTo(length) >= 0
                    ? "callers hang for as long as the outage lasts (worst wait "
                        + Phrases.duration(wait)
                        + ")"
                    : "callers hang up to " + Phrases.duration(wait))
        .orElse("somebody waits; for how long is not known");
  }

  /** Entry points by providers, each provider down alone. */
  public void matrix(List<Outage> outages, Appendable out) throws IOException {
    Map<String, Map<String, String>> rows = new TreeMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (EntryPoint entry : report.inventory().entryPoints()) {
      names.putIfAbsent(entry.id(), Columns.cut(safe(Phrases.entry(entry)), WIDEST, "…"));
    }
    for (Outage outage : outages) {
      String provider = safe(String.join("+", outage.providers()));
      for (Outage.Effect effect : outage.effects()) {
        rows.computeIfAbsent(effect.entry().id(), id -> new TreeMap<>())
            .put(provider, effect.outcome().word());
      }
    }
    StringBuilder text = new StringBuilder();
    if (rows.isEmpty()) {
      text.append("No entry point was found that depends on a provider.\n");
    }
    List<String> providers =
        outages.stream().map(o -> safe(String.join("+", o.providers()))).toList();
    int first = names.values().stream().mapToInt(Columns::width).max().orElse(0);
    if (!rows.isEmpty()) {
      line("", providers, providers, first, text);
    }
    names.forEach(
        (id, name) -> {
          Map<String, String> row = rows.get(id);
          if (row != null) {
            List<String> cells = providers.stream().map(p -> row.getOrDefault(p, "-")).toList();
            line(name, cells, providers, first, text);
          }
        });
    incomplete(text);
    out.append(Escape.lineStartGuard(text.toString()));
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
      json.beginObject();
      json.text("schemaVersion", "1");
      json.text("duration", length.toString());
      json.flag("complete", report.coverage().complete());
      json.beginList("outages");
      for (Outage outage : outages) {
        json.beginObject();
        json.texts("providers", outage.providers());
        json.number("unaffected", outage.unaffected());
        json.list("effects", outage.effects(), effect -> effect(json, effect));
        json.endObject();
      }
      json.endList();
      json.endObject();
    }
    out.append('\n');
  }

  private static void effect(JsonFields json, Outage.Effect effect) throws IOException {
    json.beginObject();
    json.text("entryPoint", effect.entry().id());
    json.word("kind", effect.entry().kind());
    json.text("method", effect.entry().method());
    json.text("route", effect.entry().route());
    json.flag("waits", effect.entry().waits());
    json.word("outcome", effect.outcome());
    json.prose("why", effect.why());
    json.text("callSite", effect.call().map(CallSite::id));
    json.text("worstWait", effect.hang().most().map(Duration::toString));
    json.flag("waitsWithoutEnd", effect.hang().endless());
    json.endObject();
  }
}
