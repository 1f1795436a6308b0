package dev.aiaudit.runbook;

/** Looks for names in source text. */
final class SourceWords {
  private SourceWords() {}

  /** Whether a text holds a name that is no part of a longer one. */
  static boolean mentions(String text, String name) {
    for (int i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + 1)) {
      int end = i + name.length();
      boolean starts = i == 0 || !Character.isJavaIdentifierPart(text.charAt(i - 1));
      boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
      if (starts && ends) {
        return true;
      }
    }
    return false;
  }
}
