package dev.aiaudit.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the blocks of pages. */
public final class RunbookWriter {
  private final Templates templates;
  private final String toRoot;

  /**
   * A writer.
   *
   * @param templates of the user
   * @param toRoot leads from the folder of the runbooks to the scanned root, such as {@code ../};
   *     empty text when it lies elsewhere: then places are no links
   */
  public RunbookWriter(Templates templates, String toRoot) {
    this.templates = templates;
    this.toRoot = toRoot;
  }

  /**
   * The blocks of a provider's page.
   *
   * @throws TemplateException when a template of the user is wrong
   */
  public List<Block> page(Runbook book) {
    List<Block> blocks = new ArrayList<>();
    ActionSections actions = new ActionSections(book);
    for (Section section : Section.values()) {
      MarkdownPage page = new MarkdownPage(toRoot);
      if (!section.title().isEmpty()) {
        page.heading(section.title());
      }
      write(section, book, actions, page);
      String text = templates.apply(section.word(), page.toString(), book);
      blocks.add(new Block(section.word(), text, section.seed()));
      if (section == Section.HEADER) {
        blocks.add(stamp(book));
      }
    }
    return blocks;
  }

  private static void write(
      Section section, Runbook book, ActionSections actions, MarkdownPage page) {
    ImpactSections impact = new ImpactSections(book);
    ProtectionSections protection = new ProtectionSections(book);
    ClosingSections closing = new ClosingSections(book, actions.files());
    switch (section) {
      case HEADER -> impact.header(page);
      case MEANING -> impact.meaning(page);
      case IMPACT -> impact.impact(page);
      case THEM_OR_US -> impact.themOrUs(page);
      case PROTECTS -> protection.protects(page);
      case MITIGATE -> actions.mitigate(page);
      case DO_NOT -> protection.doNot(page);
      case CASCADE -> protection.cascade(page);
      case WATCH -> closing.watch(page);
      case COMMUNICATE -> actions.communicate(page);
      case RECOVER -> actions.recover(page);
      case SLA -> closing.sla(page);
      case DRILL -> closing.drill(page);
      case RISKS -> closing.risks(page);
    }
  }

  /** What the facts were taken from. */
  static Block stamp(Runbook book) {
    String commit =
        book.report().coverage().revision().map(MarkdownPage::code).orElse("no git commit known");
    return new Block(
        Regeneration.STAMP,
        "- Facts from commit: "
            + commit
            + ", by ai-audit "
            + MarkdownPage.text(book.report().toolVersion())
            + "\n",
        "");
  }

  /** The blocks of the index. */
  public List<Block> index(List<Runbook> books) {
    MarkdownPage page = new MarkdownPage(toRoot);
    page.paragraph("# AI provider runbooks");
    page.paragraph(
        "Which one? The provider whose name is in the error. If in doubt: the worst first.");
    List<List<String>> rows = new ArrayList<>();
    for (Runbook book : books) {
      String file = RunbookNames.page(book.provider().id());
      rows.add(
          List.of(
              "[" + MarkdownPage.text(book.name()) + "](" + file + ")",
              counts(book),
              status(book),
              "[cards](" + RunbookNames.drill(book.provider().id()) + ")"));
    }
    page.table(List.of("Provider", "When it is down", "Status page", "Drills"), rows);
    page.paragraph(
        books.isEmpty()
            ? "The scan found no provider in use."
            : "Between the `ai-audit` markers everything is generated; write anywhere else.");
    return List.of(
        new Block("index", page.toString(), "How to reach the people who decide: `TODO(owner)`\n"));
  }

  private static String counts(Runbook book) {
    List<String> counts = new ArrayList<>();
    for (dev.aiaudit.model.Outcome outcome : dev.aiaudit.model.Outcome.values()) {
      int number = book.outage().with(outcome).size();
      if (number > 0) {
        counts.add(number + " " + outcome.word());
      }
    }
    return counts.isEmpty() ? "no entry point reaches it" : String.join(", ", counts);
  }

  private static String status(Runbook book) {
    Optional<String> page =
        book.facts().statusPages().stream().findFirst().map(ImpactSections::sourced);
    return page.orElse("`TODO(owner)`");
  }

  /** The blocks of a provider's drill cards. */
  public List<Block> drills(Runbook book) {
    String up = toRoot.isEmpty() ? "" : "../" + toRoot;
    return new DrillCards(book, up).blocks();
  }
}
