package dev.aiaudit.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** Turns any text into a name that is a safe file name on every platform. */
public final class SafeName {
  /** No slug is longer. */
  public static final int MAX_LENGTH = 80;

  private static final int HASH_DIGITS = 8;

  private static final Set<String> RESERVED =
      Set.of(
          "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6",
          "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
          "lpt8", "lpt9", "conin", "conout", "clock");

  private SafeName() {}

  /**
   * A name of 1 to 80 characters from {@code [a-z0-9-]}. Text that already is one is returned as it
   * is; anything else gets a hash of the original at the end, so that different texts get different
   * names, even where case is ignored.
   */
  public static String slug(String text) {
    String plain = plain(text);
    if (plain.equals(text) && !RESERVED.contains(plain) && !plain.isEmpty()) {
      return plain;
    }
    int room = MAX_LENGTH - HASH_DIGITS - 1;
    String head = trimDashes(plain.length() > room ? plain.substring(0, room) : plain);
    return (head.isEmpty() ? "x" : head) + "-" + hash(text);
  }

  private static String plain(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && out.length() <= MAX_LENGTH; i++) {
      char c = text.charAt(i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      if (lower >= 'a' && lower <= 'z' || lower >= '0' && lower <= '9') {
        out.append(lower);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != '-') {
        out.append('-');
      }
    }
    return out.length() > MAX_LENGTH ? out.substring(0, MAX_LENGTH) : trimDashes(out.toString());
  }

  private static String trimDashes(String text) {
    return text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
