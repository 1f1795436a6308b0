package dev.aiaudit.configsource;

import java.util.ArrayList;
import java.util.List;

/**
 * The assignments of a TOML file with their lines: a tolerant reader for catalogues and manifests
 * that keeps values as written. Arrays and tables that span lines are joined.
 */
final class TomlLines {

  /**
   * An assignment.
   *
   * @param section header of the table, without brackets
   * @param key as written, without quotes
   * @param value as written, without comment
   * @param line of the key, from 1
   */
  record Assignment(String section, String key, String value, int line) {}

  private static final int MAX_JOINED = 2_000;

  private TomlLines() {}

  static List<Assignment> read(String text) {
    List<Assignment> found = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    String section = "";
    for (int i = 0; i < lines.length; i++) {
      String line = withoutComment(lines[i]).strip();
      int equals = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]") && equals < 0) {
        section = line.replace("[", "").replace("]", "").strip();
      } else if (equals > 0) {
        int start = i;
        StringBuilder value = new StringBuilder(line.substring(equals + 1).strip());
        int open = balance(value);
        while (open > 0 && i + 1 < lines.length && i - start < MAX_JOINED) {
          String next = withoutComment(lines[++i]).strip();
          open += balance(next);
          value.append('\n').append(next);
        }
        String key = Quotes.strip(line.substring(0, equals).strip());
        found.add(new Assignment(section, key, value.toString(), start + 1));
      }
    }
    return found;
  }

  private static int balance(CharSequence text) {
    int open = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == '{') {
        open++;
      } else if (c == ']' || c == '}') {
        open--;
      }
    }
    return open;
  }

  private static String withoutComment(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#') {
        return line.substring(0, i);
      }
    }
    return line;
  }
}
