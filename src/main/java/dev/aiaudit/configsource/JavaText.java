package dev.aiaudit.configsource;

/** The text of a Java file as far as it is in force. */
final class JavaText {

  private JavaText() {}

  /** The text with blanks for every character of a comment; lines and columns stay. */
  static String withoutComments(String text) {
    StringBuilder out = new StringBuilder(text);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = literalEnd(text, at, c);
      } else if (text.startsWith("//", at)) {
        at = blank(out, at, lineEnd(text, at));
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = blank(out, at, end < 0 ? text.length() : end + 2);
      } else {
        at++;
      }
    }
    return out.toString();
  }

  private static int blank(StringBuilder out, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = out.charAt(i);
      out.setCharAt(i, c == '\n' || c == '\r' ? c : ' ');
    }
    return to;
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  /** The index after a literal; one that is not closed ends with its line. */
  private static int literalEnd(String text, int start, char quote) {
    if (text.startsWith("\"\"\"", start)) {
      int end = start + 3;
      while (end < text.length() && !text.startsWith("\"\"\"", end)) {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      return Math.min(text.length(), end + 3);
    }
    int lineEnd = lineEnd(text, start);
    int at = start + 1;
    while (at < lineEnd && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(lineEnd, at + 1);
  }
}
