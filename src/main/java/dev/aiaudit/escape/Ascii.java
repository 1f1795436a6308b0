package dev.aiaudit.escape;

/** Character classes that do not depend on locale or Unicode version. */
final class Ascii {
  private Ascii() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLetterOrDigit(char c) {
    return isDigit(c) || isUpper(c) || c >= 'a' && c <= 'z';
  }
}
