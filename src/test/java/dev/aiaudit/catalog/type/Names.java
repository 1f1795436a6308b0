package dev.aiaudit.catalog.type;

import java.util.regex.Pattern;

/** What a qualified type name looks like. */
public final class Names {
  private static final Pattern QUALIFIED =
      Pattern.compile("([a-z_]\\w*\\.)+[A-Z]\\w*(\\.[A-Z]\\w*)*");

  private Names() {}

  /** Whether the text is {@code package.Type} or {@code package.Type.Nested}. */
  public static boolean isQualified(String text) {
    return QUALIFIED.matcher(text).matches();
  }
}
