package dev.aiaudit.javasource.index;

import dev.aiaudit.escape.Redact;
import java.nio.charset.StandardCharsets;

/**
 * Decides which text literals may hold the key of a provider. The key itself does not get into the
 * index: what is kept is only that the file has one.
 */
final class KeyFilter {
  /** Stands in the table of names for all keys; no identifier has a blank in it. */
  static final String NAME = " key";

  /** The shortest run of characters that any shape of a key matches. */
  private static final int SHORTEST = 19;

  private KeyFilter() {}

  /** Whether a range holds something that is shaped like a key. */
  static boolean hasKey(byte[] text, int from, int to) {
    int start = from;
    boolean digit = false;
    for (int i = from; i <= to; i++) {
      byte b = i < to ? text[i] : 0;
      if (isKeyByte(b)) {
        digit |= b >= '0' && b <= '9';
      } else {
        if (digit && i - start >= SHORTEST && isShaped(text, start, i)) {
          return true;
        }
        start = i + 1;
        digit = false;
      }
    }
    return false;
  }

  private static boolean isShaped(byte[] text, int from, int to) {
    String run = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    return !Redact.find(run).isEmpty();
  }

  private static boolean isKeyByte(byte b) {
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z' || b >= '0' && b <= '9' || b == '-' || b == '_';
  }
}
