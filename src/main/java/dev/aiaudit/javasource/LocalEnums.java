package dev.aiaudit.javasource;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Enums declared inside a method, which the parser does not know: they are read as classes without
 * constants. Lines stay what they are.
 */
final class LocalEnums {
  private static final Pattern HEAD = Pattern.compile("(?<=[\\s;{}])enum(?=\\s+\\w+[^{};()=]*\\{)");

  private LocalEnums() {}

  /**
   * The text with the enum at which the parser stopped as a class.
   *
   * @param line where it stopped, from 1
   * @return empty when no enum is declared there
   */
  static Optional<String> asClass(String text, int line) {
    int end = endOf(text, line);
    int start = -1;
    Matcher m = HEAD.matcher(text);
    while (m.find() && m.start() < end) {
      start = m.start();
    }
    int body = start < 0 ? -1 : text.indexOf('{', start);
    if (body < 0 || body >= end) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder(text);
    blankConstants(out, body + 1);
    boolean space = start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t');
    out.replace(space ? start - 1 : start, start + "enum".length(), "class");
    if (space && start > 1 && Character.isJavaIdentifierPart(text.charAt(start - 2))) {
      out.insert(start - 1, ' ');
    }
    return Optional.of(out.toString());
  }

  private static int endOf(String text, int line) {
    int at = 0;
    for (int i = 0; i < line && at >= 0; i++) {
      at = text.indexOf('\n', at) + 1;
      if (at == 0) {
        return text.length();
      }
    }
    return at;
  }

  /** Blanks the constants up to the semicolon after them, or to the end of the enum. */
  private static void blankConstants(StringBuilder text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        i = blankQuoted(text, i, c);
        continue;
      }
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      if (depth < 0) {
        return;
      }
      boolean last = c == ';' && depth == 0;
      if (c != '\n' && c != '\r') {
        text.setCharAt(i, ' ');
      }
      if (last) {
        return;
      }
    }
  }

  private static int blankQuoted(StringBuilder text, int from, char quote) {
    int i = from + 1;
    while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    int end = Math.min(i, text.length() - 1);
    for (int k = from; k <= end; k++) {
      if (text.charAt(k) != '\n') {
        text.setCharAt(k, ' ');
      }
    }
    return end;
  }
}
