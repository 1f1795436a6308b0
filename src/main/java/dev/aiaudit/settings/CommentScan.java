package dev.aiaudit.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells comments from code. What looks like a comment in a string of a Java file is none; in other
 * files, whose languages are many, a line's comment starts at the first sign that opens one.
 */
final class CommentScan {
  private static final List<String> SIGNS = List.of("#", "//", "<!--", "/*");
  private final String text;
  private final StringBuilder code;
  private final List<Comment> comments = new ArrayList<>();

  /**
   * A comment without the signs around it.
   *
   * @param line of its start, from 1
   * @param column of its start, from 1
   * @param endColumn last column in that line
   */
  record Comment(int line, int column, int endColumn, String text) {}

  private CommentScan(String text) {
    this.text = text;
    this.code = new StringBuilder(text);
  }

  /** The comments of a Java file. */
  static CommentScan ofJava(String text) {
    CommentScan scan = new CommentScan(text);
    int at = 0;
    while (at < text.length()) {
      at = scan.token(at);
    }
    return scan;
  }

  /** The comments of a file in which they end with the line. */
  static CommentScan ofLines(String text) {
    CommentScan scan = new CommentScan(text);
    int start = 0;
    while (start < text.length()) {
      int end = scan.lineEnd(start);
      String line = text.substring(start, end);
      int opens =
          SIGNS.stream().mapToInt(line::indexOf).filter(i -> i >= 0).min().orElse(line.length());
      if (opens < line.length()) {
        scan.comment(start + opens, end);
      }
      start = end + 1;
    }
    return scan;
  }

  List<Comment> comments() {
    return comments;
  }

  /** The lines, with blanks in place of comments; a line that was empty stays empty. */
  List<String> code() {
    return code.toString().lines().map(line -> line.isEmpty() ? line : line + " ").toList();
  }

  private int token(int at) {
    if (text.startsWith("//", at)) {
      return comment(at, lineEnd(at));
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return comment(at, end < 0 ? text.length() : end + 2);
    }
    if (text.startsWith("\"\"\"", at)) {
      return quoted(at, "\"\"\"");
    }
    char c = text.charAt(at);
    return c == '"' || c == '\'' ? quoted(at, String.valueOf(c)) : at + 1;
  }

  /** The end of a literal; one that is not closed ends with its line. */
  private int quoted(int start, String quote) {
    int at = start + quote.length();
    while (at < text.length() && !text.startsWith(quote, at)) {
      if (quote.length() == 1 && text.charAt(at) == '\n') {
        return at;
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + quote.length());
  }

  private int comment(int start, int end) {
    String body = text.substring(start, end);
    int lineStart = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
    if (start == 0) {
      lineStart = 0;
    }
    int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    int endColumn = Math.min(end, lineEnd(start)) - lineStart;
    comments.add(new Comment(line, start - lineStart + 1, endColumn, bare(body)));
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        code.setCharAt(i, ' ');
      }
    }
    return end;
  }

  private static String bare(String comment) {
    String body = comment.replaceFirst("^(//+|/\\*+|#+|<!--+)", "");
    return body.replaceFirst("\\s*(\\*+/|-->)\\s*$", "");
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
