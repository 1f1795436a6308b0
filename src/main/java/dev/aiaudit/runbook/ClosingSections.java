package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;
import static dev.aiaudit.runbook.MarkdownPage.text;

import dev.aiaudit.catalog.facts.SourcedFact;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Policy;
import dev.aiaudit.model.Promise;
import dev.aiaudit.render.Ceilings;
import dev.aiaudit.render.OutageCost;
import dev.aiaudit.render.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What to look at, what to claim afterwards, and what stays open. */
final class ClosingSections {
  private static final int MOST_NAMED = 5;
  private static final int MOST_ROWS = 25;
  private final Runbook book;

  ClosingSections(Runbook book) {
    this.book = book;
  }

  private String slug() {
    return RunbookNames.file(book.provider().id());
  }

  void sla(MarkdownPage page) {
    List<String> items = new ArrayList<>();
    boolean known =
        book.facts().sla().filter(sla -> !sla.text().equals("not looked up")).isPresent();
    if (book.selfRun()) {
      items.add("You run it yourself: there is nobody to claim from.");
    } else if (known) {
      SourcedFact sla = book.facts().sla().orElseThrow();
      items.add(
          "Documented: "
              + text(sla.text())
              + ". Measured on: "
              + text(book.facts().slaMeasuredOn().orElse("not stated"))
              + ". "
              + text(sla.evidence() + ": " + sla.source())
              + ", checked on "
              + text(book.facts().checkedOn())
              + ". **Verify before relying on it.**");
    } else if (book.isChosenAtRunTime()) {
      items.add("It is that of the provider that is set in production: `TODO(owner)`");
    } else {
      items.add("Documented: nothing is known to this tool. `TODO(owner)`");
    }
    Promise promise = Promise.of(book.report(), book.provider().id());
    promise
        .percent()
        .ifPresentOrElse(
            percent ->
                items.add(
                    text(Ceilings.source(promise))
                        + ": 30 days leave "
                        + Ceilings.minutes(percent)
                        + " minutes of outage ((100% - "
                        + percent.toPlainString()
                        + "%) x 43,200)."),
            () ->
                items.add(
                    "No figure that holds for every account: state yours as `sla` under"
                        + " `dependencies` in `.ai-audit.yml`."));
    ceilings(items);
    cost(items);
    if (!book.selfRun()) {
      items.add("Contract, claim window and contact: `TODO(owner)`.");
    }
    items.add(
        "Keep as evidence: first and last failure in UTC, codes, request ids, the status page as it was.");
    page.bullets(items);
  }

  private void ceilings(List<String> items) {
    var target = book.report().inventory().policy().targets().availability();
    List<EntryPoint> entries =
        book.outage().effects().stream().map(effect -> effect.entry()).toList();
    for (Ceilings.Group group : Ceilings.of(book.report(), entries)) {
      if (group.ceiling().percent().isPresent()) {
        String names =
            String.join(
                ", ",
                group.entries().stream()
                    .limit(MOST_NAMED)
                    .map(e -> code(Phrases.entry(e)))
                    .toList());
        int more = group.entries().size() - MOST_NAMED;
        items.add(
            "Ceiling "
                + Ceilings.inShort(group.ceiling())
                + " for "
                + names
                + (more > 0 ? " and " + more + " more" : "")
                + ": "
                + text(String.join("; ", Ceilings.reasons(group.ceiling(), target)))
                + ".");
      }
    }
  }

  private void cost(List<String> items) {
    Policy.Costs costs = book.report().inventory().policy().costs();
    OutageCost cost = OutageCost.of(book.outage(), costs, book.length());
    String currency = costs.currency().orElse("");
    for (OutageCost.Term term : cost.terms()) {
      items.add(
          text(
              "Cost of "
                  + Phrases.duration(book.length())
                  + ", "
                  + term.what()
                  + ": "
                  + term.formula()
                  + " = "
                  + term.amount().stripTrailingZeros().toPlainString()
                  + " "
                  + currency
                  + " ("
                  + term.source()
                  + ")."));
    }
  }

  void drill(MarkdownPage page) {
    page.paragraph(
        "Cards, stubs and a test skeleton for this provider: [drills/"
            + slug()
            + ".md](drills/"
            + slug()
            + ".md).");
  }

  void risks(MarkdownPage page) {
    if (book.findings().isEmpty()) {
      page.paragraph("None found at this commit. `ai-audit scan` lists what is suppressed.");
      return;
    }
    List<List<String>> rows =
        book.findings().stream()
            .sorted(
                Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::ruleId))
            .map(finding -> risk(page, finding))
            .toList();
    page.table(List.of("Rule", "Where", "What"), rows.stream().limit(MOST_ROWS).toList());
    if (rows.size() > MOST_ROWS) {
      page.paragraph("And " + (rows.size() - MOST_ROWS) + " more: `ai-audit scan`.");
    }
    page.paragraph(
        "`ai-audit explain "
            + SafeWord.name(book.findings().get(0).ruleId()).orElse("AIA001")
            + "` tells what a rule means and what to do instead.");
  }

  private static List<String> risk(MarkdownPage page, Finding finding) {
    return List.of(
        finding.severity().word() + " " + code(finding.ruleId()),
        page.place(finding.location()),
        text(finding.message()));
  }
}
