package dev.aiaudit.escape;

/**
 * Makes text from the scanned tree safe for one kind of output. The result contains no control
 * character and no bidirectional mark: they appear as {@code \}{@code u{hex}}; lone surrogates
 * become U+FFFD.
 */
public final class Escape {
  private static final String ZERO_WIDTH_SPACE = "\u200B";

  private Escape() {}

  /** For a terminal, a log or a progress line; line breaks and tabs become visible too. */
  public static String terminal(String text) {
    return Visible.oneLine(text);
  }

  /** For the message of a GitHub workflow command; line breaks survive as {@code %0A}. */
  public static String workflowCommandData(String text) {
    return Visible.text(text, "\r\n").replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** For a property of a GitHub workflow command, such as {@code file=}. */
  public static String workflowCommandProperty(String text) {
    return workflowCommandData(text).replace(":", "%3A").replace(",", "%2C");
  }

  /**
   * For any other text that a CI runner sees: no line starts with {@code ::}, and the older forms
   * {@code ##[}, {@code ##vso[} and {@code ##teamcity[}, which runners look for anywhere in a line,
   * do not occur. A zero width space breaks them. Line breaks are kept: apply this to whole
   * outputs.
   */
  public static String lineStartGuard(String text) {
    return WorkflowGuard.apply(text);
  }

  /** For running Markdown text: no markup, link, mention, issue number or HTML comes of it. */
  public static String markdownText(String text) {
    return MarkdownText.escape(Visible.oneLine(text));
  }

  /** A Markdown code span, with as many backticks around it as the text needs. */
  public static String markdownCode(String text) {
    String line = Visible.oneLine(text);
    String fence = "`".repeat(longestRun(line, '`') + 1);
    if (line.isBlank()) {
      return "` `";
    }
    boolean pad = "` ".indexOf(line.charAt(0)) >= 0 || line.endsWith("`") || line.endsWith(" ");
    return pad ? fence + " " + line + " " + fence : fence + line + fence;
  }

  /** A Markdown code span for a table cell, where a {@code |} would end the cell. */
  public static String markdownTableCode(String text) {
    return markdownCode(text).replace("|", "\\|");
  }

  /** For HTML text and for attribute values in single or double quotes. */
  public static String html(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    String line = Visible.text(text, "\n\t");
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '`' -> out.append("&#96;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** One CSV cell by RFC 4180, quoted if needed, that no spreadsheet takes for a formula. */
  public static String csvCell(String text) {
    String cell = Visible.text(text.replace("\0", ""), "\t\r\n");
    String safe = startsFormula(cell) ? "'" + cell : cell;
    boolean quote = safe.chars().anyMatch(c -> ",;\"\r\n\t".indexOf(c) >= 0);
    return quote ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  /** For a Mermaid label inside double quotes: all but plain characters as entity codes. */
  public static String mermaidLabel(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    Visible.oneLine(text)
        .codePoints()
        .forEach(
            c -> {
              if (c >= 0x80 || Character.isLetterOrDigit(c) || " _.,/()-:".indexOf(c) >= 0) {
                out.appendCodePoint(c);
              } else {
                out.append('#').append(c).append(';');
              }
            });
    return out.toString();
  }

  /** For a DOT label inside double quotes; no {@code \N} or other DOT escape comes of it. */
  public static String dotLabel(String text) {
    return Visible.oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** At most this many code points, the last of them {@code …} if something was cut. */
  public static String cap(String text, int codePoints) {
    if (text.codePointCount(0, text.length()) <= codePoints) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, codePoints - 1)) + "\u2026";
  }

  static String zeroWidthSpace() {
    return ZERO_WIDTH_SPACE;
  }

  private static boolean startsFormula(String cell) {
    if (cell.isEmpty()) {
      return false;
    }
    String trimmed = cell.stripLeading();
    String leaders = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    return "\t\r\n".indexOf(cell.charAt(0)) >= 0
        || !trimmed.isEmpty() && leaders.indexOf(trimmed.charAt(0)) >= 0;
  }

  private static int longestRun(String text, char wanted) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == wanted ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
