package dev.aiaudit.render;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.escape.Redact;

/** Text for HTML and XML: on one line, masked, with no CI command in it, then escaped. */
public final class Markup {
  private Markup() {}

  /** For element text and for attribute values in double quotes. */
  public static String text(String text) {
    return Escape.html(Escape.lineStartGuard(Escape.terminal(Redact.secrets(text))));
  }

  /**
   * As {@link #text}, for element text only; a long path may go on in the next line after a slash.
   */
  public static String wrapping(String text) {
    return text(text).replace("/", "/<wbr/>");
  }
}
