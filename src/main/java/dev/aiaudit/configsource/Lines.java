package dev.aiaudit.configsource;

import java.util.ArrayList;
import java.util.List;

/** Splits texts into lines, without a pattern: this runs over every settings file of a tree. */
final class Lines {

  private Lines() {}

  /** The lines of a text, whichever line ends it uses; an empty last line counts. */
  static String[] of(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(start, i));
        i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
        start = i + 1;
      }
    }
    lines.add(text.substring(start));
    return lines.toArray(String[]::new);
  }
}
