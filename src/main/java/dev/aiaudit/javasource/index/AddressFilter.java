package dev.aiaudit.javasource.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decides which text literals may name a place on a network: those that contain {@code ://}, that
 * begin like a host name (with an optional port and path), that are URL paths, or that refer to a
 * setting, which may hold any of these. Also the key {@code messages}, which the bodies of chat
 * requests have whatever the host. Tells no AI host from another; that is for the catalogue.
 */
final class AddressFilter {
  private static final byte[] BODY_KEY = "messages".getBytes(StandardCharsets.US_ASCII);

  private AddressFilter() {}

  /** Whether the range refers to a setting and to nothing else: {@code ${key}}. */
  static boolean isReference(byte[] text, int from, int to) {
    return to - from > 3 && text[from] == '$' && text[from + 1] == '{' && text[to - 1] == '}';
  }

  /** Whether the range is the key of a chat request's messages, or a line of JSON with it. */
  static boolean isBodyKey(byte[] text, int from, int to) {
    int quotes = text[from] == '"' ? 1 : text[from] == '\\' ? 2 : 0;
    int end = from + quotes + BODY_KEY.length;
    return end <= to
        && (quotes > 0 || end == to)
        && Arrays.equals(text, from + quotes, end, BODY_KEY, 0, BODY_KEY.length);
  }

  /** Position of {@code ://} in a byte range, or -1. */
  static int scheme(byte[] text, int from, int to) {
    for (int i = from; i + 2 < to; i++) {
      if (text[i] == ':' && text[i + 1] == '/' && text[i + 2] == '/') {
        return i;
      }
    }
    return -1;
  }

  /** Whether the range is a path: a slash first, a letter somewhere, no blank. */
  static boolean isPath(byte[] text, int from, int to) {
    boolean letter = false;
    for (int i = from; i < to; i++) {
      if (text[i] == ' ') {
        return false;
      }
      letter |= isLetter(text[i]);
    }
    return letter && text[from] == '/';
  }

  /** Whether the range begins with a host name; what follows a slash is not looked at. */
  static boolean isHost(byte[] text, int from, int to) {
    int end = from;
    int dot = -1;
    int colon = -1;
    while (end < to && text[end] != '/') {
      byte b = text[end];
      if (b == ':' && colon < 0) {
        colon = end;
      } else if (colon >= 0 ? !isDigit(b) : !isHostByte(b)) {
        return false;
      }
      dot = b == '.' ? end : dot;
      end++;
    }
    if (colon >= 0) {
      return end - colon > 2 && end - colon < 7 && colon > from && isLetter(text[from]);
    }
    return dot >= 0 && isTopLevel(text, dot + 1, end) && from < dot;
  }

  private static boolean isTopLevel(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] < 'a' || text[i] > 'z') {
        return false;
      }
    }
    return to - from >= 2 && to - from <= 24;
  }

  /** Letters in lower case only, which tells hosts from class names; also format placeholders. */
  private static boolean isHostByte(byte b) {
    return b >= 'a' && b <= 'z'
        || isDigit(b)
        || b == '-'
        || b == '.'
        || b == '%'
        || b == '{'
        || b == '}'
        || b == '$'
        || b == '_';
  }

  private static boolean isLetter(byte b) {
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
