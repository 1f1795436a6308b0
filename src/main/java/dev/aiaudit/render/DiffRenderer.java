package dev.aiaudit.render;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What changed between two reports, as text, Markdown or JSON. */
public final class DiffRenderer {
  private static final int MAX_ITEMS = 100;
  private final ReportDiff diff;

  /** A renderer of this difference. */
  public DiffRenderer(ReportDiff diff) {
    this.diff = diff;
  }

  /** For a terminal. */
  public void text(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Outline plain = new Outline("", "  + ", "  - ", s -> Escape.terminal(Redact.secrets(s)), text);
    sections(plain, Integer.MAX_VALUE);
    out.append(Escape.lineStartGuard(text.toString()));
  }

  /** For a comment on a pull request; long lists are cut. */
  public void markdown(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    UnaryOperator<String> safe = s -> Escape.markdownText(Escape.cap(Redact.secrets(s), 500));
    sections(new Outline("### ", "- ", "- ", safe, text), MAX_ITEMS);
    out.append(Escape.lineStartGuard(text.toString()));
  }

  /** How headings and items look. */
  private record Outline(
      String heading, String added, String removed, UnaryOperator<String> safe, StringBuilder out) {

    <T> void section(
        String title, boolean plus, List<T> items, int most, Function<T, String> words) {
      if (items.isEmpty()) {
        return;
      }
      out.append(heading).append(title).append(" (").append(items.size()).append(")\n");
      out.append(heading.isEmpty() ? "" : "\n");
      for (T item : items.subList(0, Math.min(most, items.size()))) {
        out.append(plus ? added : removed).append(safe.apply(words.apply(item))).append('\n');
      }
      if (items.size() > most) {
        out.append(plus ? added : removed).append(items.size() - most).append(" more\n");
      }
      out.append('\n');
    }
  }

  private void sections(Outline outline, int most) {
    if (diff.isEmpty()) {
      outline.out().append("Nothing changed.\n");
    }
    outline.section("New findings", true, diff.newFindings(), most, DiffRenderer::words);
    outline.section("Lost guards", false, diff.lostGuards(), most, DiffRenderer::words);
    outline.section("New providers", true, diff.newProviders(), most, id -> id);
    outline.section("New call sites", true, diff.newSites(), most, DiffRenderer::words);
    outline.section("Gone findings", false, diff.goneFindings(), most, DiffRenderer::words);
    outline.section("Gone providers", false, diff.goneProviders(), most, id -> id);
    outline.section("Gone call sites", false, diff.goneSites(), most, DiffRenderer::words);
    if (!diff.complete()) {
      outline.out().append("One of the scans is incomplete: what seems gone may still be there.\n");
    }
  }

  private static String words(Finding finding) {
    return finding.severity().word()
        + " "
        + finding.ruleId()
        + " "
        + finding.location()
        + ": "
        + finding.message();
  }

  private static String words(CallSite site) {
    return Phrases.provider(site)
        + " at "
        + site.location()
        + " in "
        + Phrases.shortName(site.enclosing())
        + ": "
        + site.coupling().word()
        + ", "
        + Phrases.handling(site.handling());
  }

  private static String words(ReportDiff.LostGuard lost) {
    return Phrases.guard(lost.guard())
        + " of the call to "
        + lost.site().provider()
        + " at "
        + lost.site().location()
        + "; it was at "
        + lost.guard().location();
  }

  /** For machines; findings and call sites have the fields that tell which they are. */
  public void json(Appendable out) throws IOException {
    try (JsonFields json = new JsonFields(out)) {
      json.beginObject();
      json.text("schemaVersion", "1");
      json.flag("complete", diff.complete());
      json.list("newFindings", diff.newFindings(), finding -> finding(json, finding));
      json.list("goneFindings", diff.goneFindings(), finding -> finding(json, finding));
      json.list("newCallSites", diff.newSites(), site -> site(json, site));
      json.list("goneCallSites", diff.goneSites(), site -> site(json, site));
      json.texts("newProviders", diff.newProviders());
      json.texts("goneProviders", diff.goneProviders());
      json.beginList("lostGuards");
      for (ReportDiff.LostGuard lost : diff.lostGuards()) {
        json.beginObject();
        json.text("callSite", lost.site().id());
        new JsonPlaces(json).location("location", lost.site().location());
        json.word("kind", lost.guard().kind());
        json.text("by", lost.guard().by());
        new JsonPlaces(json).location("was", lost.guard().location());
        json.endObject();
      }
      json.endList();
      json.endObject();
    }
    out.append('\n');
  }

  private static void finding(JsonFields json, Finding finding) throws IOException {
    json.beginObject();
    json.text("ruleId", finding.ruleId());
    json.word("severity", finding.severity());
    json.prose("message", finding.message());
    new JsonPlaces(json).location("location", finding.location());
    json.text("fingerprint", finding.fingerprint());
    json.endObject();
  }

  private static void site(JsonFields json, CallSite site) throws IOException {
    json.beginObject();
    json.text("id", site.id());
    new JsonPlaces(json).location("location", site.location());
    json.text("provider", site.provider());
    json.text("enclosing", site.enclosing());
    json.text("callee", site.callee());
    json.word("coupling", site.coupling());
    json.word("handling", site.handling());
    json.flag("flagged", site.flagged());
    json.endObject();
  }
}
