package dev.aiaudit.runbook;

import java.util.regex.Pattern;

/**
 * Follows the lines of a source file and tells which of them are in a handler of failures. It goes
 * by the indentation: what is deeper than the line that opens the handler belongs to it.
 */
final class FailureHandlers {
  /** A catch, an operator for failures, or a method that takes the failure as an argument. */
  private static final Pattern OPENS =
      Pattern.compile(
          "\\bcatch\\s?\\("
              + "|\\b(?:onError\\w{0,30}|doOnError|onFailure|exceptionally|whenComplete|recover)\\("
              + "|\\.handle\\("
              + "|\\b(?:Throwable|\\w{0,60}Exception) \\w{1,40}\\)");

  private static final int NONE = -1;
  private static final int TAB = 4;
  private int opened = NONE;

  /** Whether the next line of the file is in a handler; the line that opens one is. */
  boolean isInside(String line) {
    if (line.isBlank()) {
      return opened != NONE;
    }
    int depth = depth(line);
    if (opened != NONE && depth <= opened) {
      opened = NONE;
    }
    if (opened == NONE && OPENS.matcher(line).find()) {
      opened = depth;
    }
    return opened != NONE;
  }

  private static int depth(String line) {
    int depth = 0;
    for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
      depth += line.charAt(i) == '\t' ? TAB : 1;
    }
    return depth;
  }
}
