package dev.aiaudit.syntax;

/**
 * A range in a file; lines and columns start at 1 and the end is inclusive.
 *
 * @param startLine first line
 * @param startColumn first column
 * @param endLine last line
 * @param endColumn last column
 */
public record Span(int startLine, int startColumn, int endLine, int endColumn) {

  /** The range of something whose position is not known. */
  public static final Span NONE = new Span(1, 1, 1, 1);
}
