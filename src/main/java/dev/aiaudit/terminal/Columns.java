package dev.aiaudit.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * How many terminal columns text takes, and breaking it at a width. Works on escaped text without
 * colours.
 */
public final class Columns {
  static final int JOINER = 0x200D;

  /** Signs outside the blocks of {@link #wide} that terminals draw as emoji, first and last. */
  private static final int[] EMOJI = {
    0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE,
    0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB,
    0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3,
    0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728,
    0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0,
    0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55
  };

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
        || between(c, 0x20000, 0x3FFFD)
        || emoji(c);
  }

  private static boolean emoji(int c) {
    boolean any = false;
    for (int i = 0; i < EMOJI.length; i += 2) {
      any |= between(c, EMOJI[i], EMOJI[i + 1]);
    }
    return any;
  }

  private static boolean between(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
