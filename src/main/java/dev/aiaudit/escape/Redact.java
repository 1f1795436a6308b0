package dev.aiaudit.escape;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds and masks credentials, so that no report, log or exception ever carries one. Time is linear
 * in the length of the text.
 */
public final class Redact {
  private static final String MASK = "***";
  private static final String BEARER = "Bearer";
  private static final int BEARER_LENGTH = 12;
  private static final int TAIL = 2;

  private Redact() {}

  /** The text with every credential in it replaced by its kind, {@code ***} and two characters. */
  public static String secrets(String text) {
    List<SecretSpan> spans = find(text);
    if (spans.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (SecretSpan span : spans) {
      out.append(text, at, span.start()).append(span.kind()).append(MASK);
      out.append(text, span.end() - TAIL, span.end());
      at = span.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  /** A value known to be secret from its key: nothing but how long it is, roughly. */
  public static String value(String secret) {
    if (secret.isEmpty()) {
      return "";
    }
    return secret.length() < 16 ? MASK + " (short)" : MASK + " (long)";
  }

  /** Where credentials are in a text, in order and without overlap. */
  public static List<SecretSpan> find(String text) {
    List<SecretSpan> spans = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      if (i > 0 && isKeyCharacter(text.charAt(i - 1))) {
        i++;
        continue;
      }
      int end = addAt(text, i, spans);
      i = end > i ? end : i + 1;
    }
    return List.copyOf(spans);
  }

  /** Whether the value of a property, variable or field of this name must never be shown. */
  public static boolean isSecretKey(String key) {
    return SecretKey.matches(key);
  }

  /** Adds the credential that starts here, if one does, and returns where it ends. */
  private static int addAt(String text, int start, List<SecretSpan> spans) {
    for (SecretShape shape : SecretShape.startingWith(text.charAt(start))) {
      int end = shape.end(text, start);
      if (end >= 0) {
        spans.add(new SecretSpan(start, end, shape.prefix(), shape.provider()));
        return end;
      }
    }
    return text.regionMatches(true, start, BEARER, 0, BEARER.length())
        ? addBearer(text, start, spans)
        : start;
  }

  private static int addBearer(String text, int start, List<SecretSpan> spans) {
    int from = start + BEARER.length();
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    int end = from;
    boolean digit = false;
    while (end < text.length() && isBearerCharacter(text.charAt(end))) {
      digit |= Ascii.isDigit(text.charAt(end));
      end++;
    }
    boolean separated = from > start + BEARER.length();
    if (!separated || !digit || end - from < BEARER_LENGTH) {
      return start;
    }
    spans.add(new SecretSpan(start, end, BEARER + " ", "unknown"));
    return end;
  }

  private static boolean isKeyCharacter(char c) {
    return Ascii.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private static boolean isBearerCharacter(char c) {
    return isKeyCharacter(c) || "._~+/=".indexOf(c) >= 0;
  }
}
