package dev.aiaudit.render;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;

/**
 * Writes as {@code \}{@code uXXXX} not only what JSON demands but everything that a terminal, an
 * editor or a log viewer could obey: DEL, C1 controls, bidirectional controls and line separators.
 * People do look at JSON with {@code cat}.
 */
final class JsonEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;

  /** For most text. */
  static final JsonEscapes USUAL = new JsonEscapes(false);

  /** For text with {@code ##}, which some CI runners obey wherever it stands in a line. */
  static final JsonEscapes HASHES = new JsonEscapes(true);

  private final int[] ascii;

  private JsonEscapes(boolean hashes) {
    ascii = standardAsciiEscapesForJSON();
    ascii[0x7F] = ESCAPE_STANDARD;
    if (hashes) {
      ascii['#'] = ESCAPE_STANDARD;
    }
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii.clone();
  }

  @Override
  @SuppressWarnings("NullAway") // Jackson takes null for: as it is
  public SerializableString getEscapeSequence(int character) {
    return dangerous(character)
        ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", character))
        : null;
  }

  private static boolean dangerous(int character) {
    return (character >= 0x80 && character <= 0x9F)
        || Character.getType(character) == Character.FORMAT
        || character == 0x2028
        || character == 0x2029;
  }
}
