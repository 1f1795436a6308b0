package dev.aiaudit.render;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;

/**
 * Writes as {@code \}{@code uXXXX} not only what JSON demands but everything that a terminal, an editor or a log viewer
 * could obey: DEL, C1 controls, bidirectional controls and line separators. People do look at JSON with {@code cat}.
 */
final class JsonEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final int[] ASCII = asciiEscapes();

  @Override
  public int[] getEscapeCodesForAscii() {
    return ASCII.clone();
  }

  @Override
  @SuppressWarnings("NullAway") // Jackson takes null for: as it is
  public SerializableString getEscapeSequence(int character) {
    return dangerous(character)
        ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", character))
        : null;
  }

  private static int[] asciiEscapes() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[0x7F] = ESCAPE_STANDARD;
    return codes;
  }

  private static boolean dangerous(int character) {
    return (character >= 0x80 && character <= 0x9F)
        || Character.getType(character) == Character.FORMAT
        || character == 0x2028
        || character == 0x2029;
  }
}
