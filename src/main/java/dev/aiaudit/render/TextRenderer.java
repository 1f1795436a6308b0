package dev.aiaudit.render;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.model.Report;
import java.io.IOException;

/**
 * The report for people: a summary that fits one screen, each flagged call site with its witness
 * path, other findings, and a last line that counts. Nothing in it can steer a terminal or a CI
 * runner.
 */
public final class TextRenderer implements Renderer {
  private final SourceLines sources;
  private final RuleNames rules;
  private final Look look;

  /**
   * A renderer.
   *
   * @param sources where code frames come from
   * @param rules where titles come from
   * @param look colours, width and amount of detail
   */
  public TextRenderer(SourceLines sources, RuleNames rules, Look look) {
    this.sources = sources;
    this.rules = rules;
    this.look = look;
  }

  @Override
  public void render(Report report, Appendable out) throws IOException {
    TextLines lines = new TextLines(look);
    if (look.detail() != Detail.COUNTS) {
      new TextSummary(report, lines).write();
    }
    if (look.detail().compareTo(Detail.FINDINGS) >= 0) {
      new TextFindings(report, sources, rules, lines).write();
    }
    new TextClosing(report, lines).write();
    out.append(Escape.lineStartGuard(lines.text()));
  }
}
