package dev.aiaudit.configsource;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a Gradle script (Groovy or Kotlin) into statements with the blocks around them, by
 * characters alone. Comments are dropped first.
 */
final class GradleStatements {

  /**
   * A statement.
   *
   * @param blocks headers of the blocks around it, outermost first
   * @param text without surrounding blanks
   * @param line where it starts, from 1
   */
  record Statement(List<String> blocks, String text, int line) {

    /** Whether the innermost block that is not a condition has this name. */
    boolean in(String block) {
      for (int i = blocks.size() - 1; i >= 0; i--) {
        String header = blocks.get(i);
        if (!header.startsWith("if") && !header.startsWith("else")) {
          return name(header).equals(block);
        }
      }
      return false;
    }

    /** Whether any block around it has this name. */
    boolean within(String block) {
      return blocks.stream().anyMatch(h -> name(h).equals(block));
    }

    private static String name(String header) {
      int end = 0;
      while (end < header.length() && Character.isJavaIdentifierPart(header.charAt(end))) {
        end++;
      }
      return header.substring(0, end);
    }
  }

  private static final int MAX_STATEMENT = 10_000;
  private static final int MAX_BLOCKS = 100;

  private final String source;
  private final List<Statement> found = new ArrayList<>();
  private final List<String> blocks = new ArrayList<>();
  private final List<Integer> parentheses = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private int line = 1;
  private int start = 1;
  private int open;

  /** The last character of the statement that is no blank. */
  private char last;

  private GradleStatements(String source) {
    this.source = source;
  }

  static List<Statement> read(String script) {
    GradleStatements reader = new GradleStatements(withoutComments(script));
    reader.run();
    return reader.found;
  }

  private void run() {
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '"' || c == '\'') {
        int end = Math.min(Quotes.end(source, i), source.length() - 1);
        append(source.substring(i, source.charAt(end) == '\n' ? end : end + 1));
        i = source.charAt(end) == '\n' ? end - 1 : end;
      } else {
        accept(c);
      }
    }
    finish();
  }

  private void accept(char c) {
    switch (c) {
      case '\n' -> {
        if (open == 0 && !continues()) {
          finish();
        } else {
          append(" ");
        }
        line++;
      }
      case ';' -> finish();
      case '{' -> enter();
      case '}' -> leave();
      case '(', '[' -> {
        open++;
        append(String.valueOf(c));
      }
      case ')', ']' -> {
        open = Math.max(0, open - 1);
        append(String.valueOf(c));
      }
      default -> append(String.valueOf(c));
    }
  }

  private boolean continues() {
    return !current.isEmpty() && (last == ',' || last == '=');
  }

  private void enter() {
    String header = current.toString().strip();
    finish();
    if (blocks.size() < MAX_BLOCKS) {
      blocks.add(header);
      parentheses.add(open);
      open = 0;
    }
  }

  private void leave() {
    finish();
    if (!blocks.isEmpty()) {
      blocks.remove(blocks.size() - 1);
      open = parentheses.remove(parentheses.size() - 1);
    }
  }

  private void append(String text) {
    if (current.isEmpty()) {
      if (text.isBlank()) {
        return;
      }
      start = line;
    }
    if (current.length() < MAX_STATEMENT) {
      current.append(text);
      char end = text.charAt(text.length() - 1);
      last = end == ' ' ? last : end;
    }
  }

  private void finish() {
    String text = current.toString().strip();
    current.setLength(0);
    if (!text.isEmpty()) {
      found.add(new Statement(List.copyOf(blocks), text, start));
    }
  }

  /** Replaces comments by blanks; line breaks stay. */
  private static String withoutComments(String script) {
    StringBuilder out = new StringBuilder(script);
    for (int i = 0; i + 1 < script.length(); i++) {
      char c = script.charAt(i);
      if (c == '"' || c == '\'') {
        i = Quotes.end(script, i);
      } else if (c == '/' && script.charAt(i + 1) == '/') {
        i = blank(out, i, end(script, "\n", i)) - 1;
      } else if (c == '/' && script.charAt(i + 1) == '*') {
        i = blank(out, i, Math.min(script.length(), end(script, "*/", i + 2) + 2)) - 1;
      }
    }
    return out.toString();
  }

  private static int end(String script, String mark, int from) {
    int index = script.indexOf(mark, from);
    return index < 0 ? script.length() : index;
  }

  private static int blank(StringBuilder out, int from, int to) {
    for (int i = from; i < to; i++) {
      if (out.charAt(i) != '\n') {
        out.setCharAt(i, ' ');
      }
    }
    return to;
  }
}
