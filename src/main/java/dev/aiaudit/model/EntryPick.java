package dev.aiaudit.model;

import java.util.Optional;

/**
 * Selects entry points by what the outside sees of them.
 *
 * @param kind only those of this kind
 * @param route pattern for the route ({@code POST /orders/**}, {@code /orders/*} for any verb, a
 *     topic) or for the method ({@code shop.Orders.*}); {@code *} stops at a slash, {@code **} does
 *     not
 */
public record EntryPick(Optional<EntryKind> kind, Optional<String> route) {
  private static final char ANYTHING = '\0';

  /** Whether it selects this entry point. */
  public boolean matches(EntryPoint entry) {
    return kind.map(k -> k == entry.kind()).orElse(true)
        && route.map(pattern -> matches(pattern, entry)).orElse(true);
  }

  private static boolean matches(String pattern, EntryPoint entry) {
    String whole = entry.route().orElse("");
    String path = whole.substring(whole.indexOf(' ') + 1);
    return matches(pattern, whole)
        || matches(pattern, path)
        || matches(pattern, entry.method())
        || pattern.equals(entry.id());
  }

  /** Text against pattern, one column of the table at a time, so that time is their product. */
  static boolean matches(String pattern, String text) {
    String tokens = pattern.replace("**", String.valueOf(ANYTHING));
    boolean[] reached = new boolean[tokens.length() + 1];
    reached[0] = true;
    skipStars(tokens, reached);
    for (int i = 0; i < text.length(); i++) {
      boolean[] next = new boolean[tokens.length() + 1];
      for (int t = 0; t < tokens.length(); t++) {
        if (reached[t] && consumes(tokens.charAt(t), text.charAt(i))) {
          next[isStar(tokens.charAt(t)) ? t : t + 1] = true;
        }
      }
      skipStars(tokens, next);
      reached = next;
    }
    return reached[tokens.length()];
  }

  private static void skipStars(String tokens, boolean[] reached) {
    for (int t = 0; t < tokens.length(); t++) {
      if (reached[t] && isStar(tokens.charAt(t))) {
        reached[t + 1] = true;
      }
    }
  }

  private static boolean isStar(char token) {
    return token == '*' || token == ANYTHING;
  }

  private static boolean consumes(char token, char c) {
    return token == ANYTHING || (token == '*' ? c != '/' : token == c);
  }
}
