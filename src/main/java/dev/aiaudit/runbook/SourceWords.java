package dev.aiaudit.runbook;

/** Looks for names in source text. */
final class SourceWords {
  private SourceWords() {}

  /**
   * {@code com.shop.Chat} of {@code shop/src/main/java/com/shop/Chat.java}, which is what a class
   * is called in logs; the bare name where the folder of the sources is not known.
   */
  static String typeName(String file) {
    String path = file.replaceFirst("\\.java$", "");
    int sources = path.lastIndexOf("/java/");
    int start = sources < 0 ? path.lastIndexOf('/') + 1 : sources + "/java/".length();
    return path.substring(start).replace('/', '.');
  }

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
