package dev.aiaudit.workspace;

import java.nio.charset.StandardCharsets;

/**
 * Text as git sees it: a string in which every character is one byte of the UTF-8 form. ASCII text,
 * the usual case, is its own byte text and is not copied.
 */
final class ByteText {
  private ByteText() {}

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      }
    }
    return text;
  }

  static byte[] bytes(String byteText) {
    return byteText.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String of(byte[] utf8) {
    return new String(utf8, StandardCharsets.ISO_8859_1);
  }
}
