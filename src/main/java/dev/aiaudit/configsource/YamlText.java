package dev.aiaudit.configsource;

import java.util.ArrayList;
import java.util.List;

/**
 * Templates inside YAML ({@code {{ helm }}}, {@code @maven@}): made harmless before parsing without
 * moving a character, and restored in the values.
 */
final class YamlText {

  /** A document of a stream with the number of lines before it. */
  record Document(String text, int linesBefore) {}

  private static final String SPECIAL = "{}@:#\"',[]&*!|>%`";
  private static final char BASE = '\uE000';

  private YamlText() {}

  /** The documents of a stream; a line that starts with three dashes separates them. */
  static List<Document> documents(String text) {
    List<Document> found = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    StringBuilder current = new StringBuilder();
    int start = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith("---") && separator(lines[i])) {
        found.add(new Document(current.toString(), start));
        current.setLength(0);
        start = i;
        current.append("   ").append(lines[i].substring(3)).append('\n');
      } else {
        current.append(lines[i].startsWith("%") ? "" : lines[i]).append('\n');
      }
    }
    found.add(new Document(current.toString(), start));
    return found;
  }

  private static boolean separator(String line) {
    return line.length() == 3
        || line.charAt(3) == ' '
        || line.charAt(3) == '\r'
        || line.charAt(3) == '\t';
  }

  /** Whether the text has placeholders that YAML does not know. */
  static boolean templated(String text) {
    return text.contains("{{") || text.indexOf('@') >= 0;
  }

  /** Hides templates; the result has the same length and lines. */
  static String hidden(String text) {
    StringBuilder out = new StringBuilder(text);
    int i = text.indexOf("{{");
    while (i >= 0) {
      int end = text.indexOf("}}", i);
      int stop = end < 0 ? lineEnd(text, i) : end + 2;
      if (control(text, i, stop)) {
        blank(out, lineStart(text, i), lineEnd(text, stop));
      } else {
        hide(out, i, stop);
      }
      i = text.indexOf("{{", stop);
    }
    hideMavenTokens(out);
    return out.toString();
  }

  /** Whether a template stands alone on its line: a condition, a loop, an include. */
  private static boolean control(String text, int start, int stop) {
    return text.substring(lineStart(text, start), start).isBlank()
        && text.substring(stop, lineEnd(text, stop)).isBlank();
  }

  private static void hideMavenTokens(StringBuilder out) {
    int at = out.indexOf("@");
    while (at >= 0) {
      int end = at + 1;
      while (end < out.length() && token(out.charAt(end))) {
        end++;
      }
      if (end > at + 1 && end < out.length() && out.charAt(end) == '@') {
        hide(out, at, end + 1);
      }
      at = out.indexOf("@", end);
    }
  }

  private static boolean token(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
  }

  private static int lineStart(String text, int index) {
    return text.lastIndexOf('\n', index - 1) + 1;
  }

  private static int lineEnd(String text, int index) {
    int end = text.indexOf('\n', index);
    return end < 0 ? text.length() : end;
  }

  private static void blank(StringBuilder out, int from, int to) {
    for (int i = from; i < to; i++) {
      if (out.charAt(i) != '\n') {
        out.setCharAt(i, ' ');
      }
    }
  }

  private static void hide(StringBuilder out, int from, int to) {
    for (int i = from; i < to; i++) {
      int index = SPECIAL.indexOf(out.charAt(i));
      if (index >= 0) {
        out.setCharAt(i, (char) (BASE + index));
      }
    }
  }

  /** The opposite of {@link #hidden}. */
  static String restored(String value) {
    StringBuilder out = null;
    for (int i = 0; i < value.length(); i++) {
      int index = value.charAt(i) - BASE;
      if (index >= 0 && index < SPECIAL.length()) {
        out = out == null ? new StringBuilder(value) : out;
        out.setCharAt(i, SPECIAL.charAt(index));
      }
    }
    return out == null ? value : out.toString();
  }
}
