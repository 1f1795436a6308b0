package dev.aiaudit.workspace;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decides the encoding of a file from its bytes alone, never from the platform: a byte order mark,
 * else strict UTF-8, else windows-1252.
 */
public final class TextDecoder {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final char REPLACEMENT = '\uFFFD';

  private TextDecoder() {}

  /** The text of these bytes; never fails. */
  public static DecodedText decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return marked(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return marked(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return marked(bytes, 2, StandardCharsets.UTF_16BE);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The lenient decoder is several times faster; only its replacement character needs a check.
    if (text.indexOf(REPLACEMENT) < 0 || isStrict(bytes, 0, StandardCharsets.UTF_8)) {
      return new DecodedText(text, StandardCharsets.UTF_8, false);
    }
    String guess = new String(bytes, WINDOWS_1252);
    return new DecodedText(guess, WINDOWS_1252, guess.indexOf(REPLACEMENT) >= 0);
  }

  /** Whether these bytes are not text: a NUL in the first 8 KB and no UTF-16 byte order mark. */
  public static boolean isBinary(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return false;
    }
    int end = Math.min(bytes.length, ReadLimits.BINARY_PROBE);
    for (int i = 0; i < end; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static DecodedText marked(byte[] bytes, int mark, Charset charset) {
    String text = new String(bytes, mark, bytes.length - mark, charset);
    boolean replaced = text.indexOf(REPLACEMENT) >= 0 && !isStrict(bytes, mark, charset);
    return new DecodedText(text, charset, replaced);
  }

  private static boolean isStrict(byte[] bytes, int from, Charset charset) {
    try {
      charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
