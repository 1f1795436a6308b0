package dev.aiaudit.runbook;

import dev.aiaudit.model.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    for (Section section : Section.values()) {
      MarkdownPage page = new MarkdownPage(toRoot);
      if (!section.title().isEmpty()) {
        page.heading(section.title());
      }
      write(section, book, page);
      String text = templates.apply(section.word(), page.toString(), book);
      blocks.add(new Block(section.word(), text, section.seed()));
      if (section == Section.HEADER) {
        blocks.add(stamp(book));
      }
    }
    return blocks;
  }

  private static void write(Section section, Runbook book, MarkdownPage page) {
    ImpactSections impact = new ImpactSections(book);
    ProtectionSections protection = new ProtectionSections(book);
    ClosingSections closing = new ClosingSections(book);
    switch (section) {
      case HEADER -> impact.header(page);
      case MEANING -> impact.meaning(page);
      case IMPACT -> impact.impact(page);
      case THEM_OR_US -> impact.themOrUs(page);
      case PROTECTS -> protection.protects(page);
      case MITIGATE -> new MitigateSection(book).write(page);
      case DO_NOT -> protection.doNot(page);
      case CASCADE -> protection.cascade(page);
      case WATCH -> new WatchSection(book).write(page);
      case COMMUNICATE -> new CommunicateSection(book).write(page);
      case RECOVER -> new RecoverSection(book).write(page);
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
    page.paragraph("Which one? The provider whose name is in the error. The worst stands first.");
    List<List<String>> rows = new ArrayList<>();
    for (Runbook book : worstFirst(books)) {
      String file = RunbookNames.page(book.provider().id());
      rows.add(
          List.of(
              "[" + MarkdownPage.text(book.title()) + "](" + file + ")",
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
    String counts = Wording.outcomes(book.outage());
    return counts.isEmpty() ? "no entry point reaches it" : counts;
  }

  private static String status(Runbook book) {
    List<String> pages = book.facts().statusPages().stream().map(ImpactSections::sourced).toList();
    return book.selfRun()
        ? "your own"
        : pages.isEmpty() ? "`TODO(owner)`" : String.join(", ", pages);
  }

  private static List<Runbook> worstFirst(List<Runbook> books) {
    return books.stream()
        .sorted(
            Comparator.comparingInt((Runbook book) -> -book.outage().with(Outcome.FAILS).size())
                .thenComparing(book -> -book.outage().effects().size()))
        .toList();
  }

  /** The blocks of a provider's drill cards. */
  public List<Block> drills(Runbook book) {
    String up = toRoot.isEmpty() ? "" : "../" + toRoot;
    return new DrillCards(book, up).blocks();
  }
}
