package dev.aiaudit.render;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a relative path as a relative URI reference. */
final class PercentPath {
  private static final String KEPT = "-._~/";

  private PercentPath() {}

  /**
   * Everything but letters, digits and {@code -._~/} as the percent-encoded bytes of its UTF-8
   * form; so no part of a path is taken for a scheme, a query or a fragment.
   */
  static String encode(String path) {
    StringBuilder out = new StringBuilder(path.length() + 16);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0;
      if (plain) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
