package dev.aiaudit.escape;

/** Makes characters visible that act on a terminal or reorder text, and repairs surrogates. */
final class Visible {
  private Visible() {}

  /** The text on one line: controls, bidi marks and line separators as {@code \}{@code u{hex}}. */
  static String oneLine(String text) {
    return text(text, "");
  }

  /** The same, but the characters in {@code kept} stay as they are. */
  static String text(String text, String kept) {
    int i = 0;
    while (i < text.length() && isPlain(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, i);
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        out.append('\uFFFD');
      } else if (acts(c) && kept.indexOf(c) < 0) {
        out.append("\\u{").append(Integer.toHexString(c)).append('}');
      } else {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c) {
    return c >= 0x20 && c < 0x7F;
  }

  /** Whether a character does something instead of being seen. */
  private static boolean acts(int c) {
    return c < 0x20
        || c >= 0x7F && c < 0xA0
        || c == 0xAD // soft hyphen
        || c == 0x61C // Arabic letter mark
        || c == 0x180E
        || c >= 0x200B && c <= 0x200F // zero width, direction marks
        || c >= 0x2028 && c <= 0x202E // separators, embeddings, overrides
        || c >= 0x2060 && c <= 0x206F // isolates and other invisible marks
        || c == 0xFEFF
        || c >= 0xFFF9 && c <= 0xFFFB
        || c >= 0xFDD0 && c <= 0xFDEF
        || (c & 0xFFFE) == 0xFFFE
        || c >= 0xE0000 && c <= 0xE0FFF; // tags: text that only machines read
  }
}
