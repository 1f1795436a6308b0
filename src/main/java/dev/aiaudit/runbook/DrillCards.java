package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;
import static dev.aiaudit.runbook.MarkdownPage.text;

import dev.aiaudit.model.Outcome;
import dev.aiaudit.render.Outage;
import dev.aiaudit.render.OutageCost;
import dev.aiaudit.render.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Drill cards for the waiting entry points of a provider, with stubs to make it fail. */
final class DrillCards {
  private static final int MOST_CARDS = 25;
  private final Runbook book;
  private final String toRoot;

  DrillCards(Runbook book, String toRoot) {
    this.book = book;
    this.toRoot = toRoot;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block(
            "cards", cards(), "Results: `TODO(owner): date, what happened, what differed`\n"));
    blocks.add(new Block("stubs", DrillStubs.of(book, toRoot), ""));
    blocks.add(new Block("skeleton", TestSkeleton.of(book, toRoot), ""));
    return blocks;
  }

  private String cards() {
    MarkdownPage page = new MarkdownPage(toRoot);
    page.paragraph("# Drill: " + text(book.name()) + " is down");
    page.paragraph(
        "Outside of production first. Length: " + Phrases.duration(book.length()) + ". " + cost());
    page.paragraph("The same for every card:");
    page.bullets(
        List.of(
            "Inject: the stubs below in turn in place of " + target() + ": errors, then no answer",
            "Observe: the answer and how long it takes, the error rate, busy threads; other routes"
                + " must stay fast",
            "End: remove the stub, then watch the first real answers and any breaker close"));
    List<Outage.Effect> waiting = ImpactTable.sorted(book).stream().filter(book::waits).toList();
    if (waiting.isEmpty()) {
      page.paragraph("No entry point was found whose caller waits for this provider.");
    }
    waiting.stream().limit(MOST_CARDS).forEach(effect -> card(page, effect));
    if (waiting.size() > MOST_CARDS) {
      page.paragraph("And " + (waiting.size() - MOST_CARDS) + " more waiting entry points.");
    }
    return page.toString();
  }

  private String cost() {
    OutageCost cost =
        OutageCost.of(book.outage(), book.report().inventory().policy().costs(), book.length());
    String currency = book.report().inventory().policy().costs().currency().orElse("");
    return cost.total()
        .map(
            total ->
                text(
                    "Cost while a real one lasts: "
                        + total.stripTrailingZeros().toPlainString()
                        + " "
                        + currency
                        + " ("
                        + String.join(" + ", cost.terms().stream().map(t -> t.formula()).toList())
                        + ")."))
        .orElse("What a real one costs is not stated (`costs` in `.ai-audit.yml`).");
  }

  private void card(MarkdownPage page, Outage.Effect effect) {
    page.paragraph("## " + text(Phrases.entry(effect.entry())));
    List<String> items = new ArrayList<>();
    items.add("Code: " + page.place(effect.entry().location()));
    items.add(
        "Expect by the analysis: **"
            + effect.outcome().word()
            + "**: "
            + new ImpactTable(book).seen(page, effect));
    items.add("When it hangs: " + wait(effect));
    if (effect.outcome() == Outcome.SURVIVES) {
      items.add("Prove that the other provider was called");
    }
    page.bullets(items);
  }

  private String wait(Outage.Effect effect) {
    return book.hangsWithoutEnd(effect.entry())
        ? "the caller hangs without end"
        : effect
            .hang()
            .most()
            .map(w -> "the caller learns it within " + Phrases.duration(w))
            .orElse("how long the caller waits is not known");
  }

  private String target() {
    List<String> hosts = book.facts().hosts().stream().map(h -> code(h.text())).toList();
    return hosts.isEmpty() ? "the provider's host (`TODO(owner)`)" : String.join(" or ", hosts);
  }
}
