package dev.aiaudit.escape;

import java.util.Locale;

/** Escapes one line of text for CommonMark with GitHub's extensions. */
final class MarkdownText {
  private static final String PUNCTUATION = "\\`*_{}[]()#+-.!|~^=:$\"'/";

  private MarkdownText() {}

  static String escape(String line) {
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        // GitHub looks for mentions and references after Markdown is resolved, so that a
        // backslash does not stop it; an invisible character does.
        case '@', '#' -> out.append(c == '#' ? "\\#" : "@").append(Escape.zeroWidthSpace());
        case ' ' -> out.append(isEdge(line, i) ? "&#32;" : " ");
        default -> {
          if (needsBackslash(line, i)) {
            out.append('\\');
          }
          out.append(c);
          if (startsAutolink(line, i)) {
            out.append(Escape.zeroWidthSpace());
          }
        }
      }
    }
    return out.toString();
  }

  /** Dots, dashes and the like only mean something at the start of a line, or after digits. */
  private static boolean needsBackslash(String line, int i) {
    char c = line.charAt(i);
    if (PUNCTUATION.indexOf(c) < 0) {
      return false;
    }
    return switch (c) {
      case '/', '"', '\'' -> false;
      case '-', '+', '=', ':' -> i == 0 || line.charAt(0) == c;
      case '.' -> i <= 9 && line.substring(0, i).chars().allMatch(d -> d >= '0' && d <= '9');
      default -> true;
    };
  }

  /** Blanks at the edges would be dropped, or indent a code block. */
  private static boolean isEdge(String line, int i) {
    return i == 0 || i == line.length() - 1 || line.charAt(i - 1) == ' ';
  }

  /** After the colon of a URL, the dot of {@code www.} and the dash of {@code GH-1}. */
  private static boolean startsAutolink(String line, int i) {
    return switch (line.charAt(i)) {
      case ':' -> line.startsWith("//", i + 1) || endsWith(line, i, "mailto", "xmpp");
      case '.' -> endsWith(line, i, "www");
      case '-' -> endsWith(line, i, "gh");
      default -> false;
    };
  }

  private static boolean endsWith(String line, int end, String... words) {
    for (String word : words) {
      int start = end - word.length();
      if (start >= 0 && line.substring(start, end).toLowerCase(Locale.ROOT).equals(word)) {
        return true;
      }
    }
    return false;
  }
}
