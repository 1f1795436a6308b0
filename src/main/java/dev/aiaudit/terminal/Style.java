package dev.aiaudit.terminal;

import dev.aiaudit.model.Severity;

/**
 * Colours for text that is already escaped. Meaning never depends on colour alone: without it the
 * words are the same.
 *
 * @param color whether to write SGR sequences
 */
public record Style(boolean color) {
  public static final Style PLAIN = new Style(false);
  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String RED = "1;31";
  private static final String YELLOW = "1;33";
  private static final String CYAN = "1;36";
  private static final String BLUE = "34";
  private static final String GREEN = "32";

  public String bold(String text) {
    return paint(BOLD, text);
  }

  /** For what frames the text: gutters, tree lines, hints. */
  public String dim(String text) {
    return paint(DIM, text);
  }

  /** For places: files and lines. */
  public String place(String text) {
    return paint(BLUE, text);
  }

  public String good(String text) {
    return paint(GREEN, text);
  }

  /** The colour of a severity. */
  public String severity(Severity severity, String text) {
    return paint(
        switch (severity) {
          case ERROR -> RED;
          case WARNING -> YELLOW;
          case NOTE -> CYAN;
        },
        text);
  }

  private String paint(String code, String text) {
    return color && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
