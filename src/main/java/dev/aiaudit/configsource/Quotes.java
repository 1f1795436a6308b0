package dev.aiaudit.configsource;

import java.util.ArrayList;
import java.util.List;

/** String literals of scripts and settings. */
final class Quotes {

  private Quotes() {}

  /** The text without one pair of equal quotes around it. */
  static String strip(String text) {
    int last = text.length() - 1;
    if (last > 0
        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
        && text.charAt(last) == text.charAt(0)) {
      return text.substring(1, last);
    }
    return text;
  }

  /** The contents of all quoted strings, in order; escapes stay as written. */
  static List<String> literals(String text) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char quote = text.charAt(i);
      if (quote == '"' || quote == '\'') {
        int end = end(text, i);
        found.add(text.substring(i + 1, end));
        i = end;
      }
    }
    return found;
  }

  /** The index of the closing quote, or the length of the text. */
  static int end(String text, int start) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote || c == '\n') {
        return i;
      }
    }
    return text.length();
  }
}
