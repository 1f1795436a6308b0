package dev.aiaudit.escape;

/** Breaks text that a CI runner would execute as a command. */
final class WorkflowGuard {
  private static final String[] ANYWHERE = {"##[", "##vso[", "##teamcity["};

  private WorkflowGuard() {}

  static String apply(String text) {
    if (!text.contains("::") && !text.contains("##")) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    boolean blankSoFar = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c);
      boolean command = blankSoFar && text.startsWith("::", i) || startsOldForm(text, i);
      if (command) {
        out.append(Escape.zeroWidthSpace());
      }
      blankSoFar = isLineBreak(c) || blankSoFar && isBlank(c);
    }
    return out.toString();
  }

  private static boolean startsOldForm(String text, int i) {
    for (String form : ANYWHERE) {
      if (text.regionMatches(true, i, form, 0, form.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\u000B'
        || c == '\f'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }

  /** What a runner written in C# trims. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || c == '\0';
  }
}
