package dev.aiaudit.javasource.index;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Brings file contents into the form the lexer reads: UTF-8 without a byte order mark. */
final class SourceBytes {
  private SourceBytes() {}

  /** Decodes UTF-16 and UTF-32 by their byte order mark, drops that of UTF-8; never fails. */
  static byte[] withoutMark(byte[] raw) {
    if (startsWith(raw, 0xef, 0xbb, 0xbf)) {
      return Arrays.copyOfRange(raw, 3, raw.length);
    }
    if (startsWith(raw, 0xff, 0xfe, 0, 0)) {
      return transcode(raw, 4, Charset.forName("UTF-32LE"));
    }
    if (startsWith(raw, 0xff, 0xfe)) {
      return transcode(raw, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(raw, 0xfe, 0xff)) {
      return transcode(raw, 2, StandardCharsets.UTF_16BE);
    }
    return raw;
  }

  /** The bytes themselves if they are UTF-8, else read as windows-1252 and encoded anew. */
  static byte[] asUtf8(byte[] text) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return text;
    } catch (CharacterCodingException notUtf8) {
      return transcode(text, 0, Charset.forName("windows-1252"));
    }
  }

  /** Replaces unicode escapes as the language does before lexing; malformed ones stay. */
  static byte[] withoutUnicodeEscapes(byte[] text) {
    String chars = new String(text, StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(chars.length());
    int i = 0;
    while (i < chars.length()) {
      char c = chars.charAt(i);
      if (c != '\\' || i + 1 == chars.length()) {
        out.append(c);
        i++;
      } else if (chars.charAt(i + 1) == 'u') {
        i = appendEscaped(chars, i, out);
      } else {
        out.append(c).append(chars.charAt(i + 1));
        i += 2;
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int appendEscaped(String chars, int backslash, StringBuilder out) {
    int digits = backslash + 1;
    while (digits < chars.length() && chars.charAt(digits) == 'u') {
      digits++;
    }
    int value = 0;
    for (int i = digits; i < digits + 4; i++) {
      int digit = i < chars.length() ? Character.digit(chars.charAt(i), 16) : -1;
      if (digit < 0) {
        out.append(' ');
        return backslash + 1;
      }
      value = value * 16 + digit;
    }
    out.append((char) value);
    return digits + 4;
  }

  private static byte[] transcode(byte[] raw, int from, Charset charset) {
    CharBuffer chars = charset.decode(ByteBuffer.wrap(raw, from, raw.length - from));
    return chars.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean startsWith(byte[] raw, int... mark) {
    if (raw.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((raw[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
