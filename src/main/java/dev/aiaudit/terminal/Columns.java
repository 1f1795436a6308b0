package dev.aiaudit.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * How many terminal columns text takes, and breaking it at a width. Works on escaped text without
 * colours.
 */
public final class Columns {
  private static final int JOINER = 0x200D;

  private Columns() {}

  /** The columns that the text takes: two for CJK and emoji, none for marks and joined emoji. */
  public static int width(String text) {
    int width = 0;
    int previous = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += previous == JOINER ? 0 : width(c);
      previous = c;
      i += Character.charCount(c);
    }
    return width;
  }

  /** The columns that one code point takes: 0, 1 or 2. */
  public static int width(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return wide(codePoint) ? 2 : 1;
  }

  /** The text, or as much of it as fits with the ellipsis behind it. */
  public static String cut(String text, int max, String ellipsis) {
    if (width(text) <= max) {
      return text;
    }
    int room = max - width(ellipsis);
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      used += width(c);
      if (used > room) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end) + ellipsis;
  }

  /** The text with blanks behind it up to the width. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /**
   * Breaks prose at blanks. A word that is wider than the line stays whole, so that paths and names
   * can be copied.
   *
   * @return at least one line
   */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.trim().split(" +", -1)) {
      int wordWidth = width(word);
      if (used > 0 && used + 1 + wordWidth > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += wordWidth;
    }
    lines.add(line.toString());
    return lines;
  }

  private static boolean wide(int c) {
    return between(c, 0x1100, 0x115F)
        || between(c, 0x2E80, 0x303E)
        || between(c, 0x3041, 0xA4CF)
        || between(c, 0xA960, 0xA97F)
        || between(c, 0xAC00, 0xD7A3)
        || between(c, 0xF900, 0xFAFF)
        || between(c, 0xFE30, 0xFE6F)
        || between(c, 0xFF00, 0xFF60)
        || between(c, 0xFFE0, 0xFFE6)
        || between(c, 0x1F300, 0x1F64F)
        || between(c, 0x1F680, 0x1F6FF)
        || between(c, 0x1F900, 0x1FAFF)
        || between(c, 0x20000, 0x3FFFD);
  }

  private static boolean between(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
