package dev.aiaudit.workspace;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Reads a bracket expression such as {@code [a-z]}, {@code [!._]} or {@code [[:alpha:]_]}. */
final class GlobClass {
  private final String pattern;
  private final BitSet set;
  private int at;
  private int previous = -1;

  private GlobClass(String pattern, int at, BitSet set) {
    this.pattern = pattern;
    this.at = at;
    this.set = set;
  }

  /**
   * Adds the bytes that the class at {@code start} matches, and returns the index of its closing
   * bracket, or -1 if it is malformed.
   */
  static int parse(String pattern, int start, BitSet set) {
    GlobClass reader = new GlobClass(pattern, start + 1, set);
    boolean negated = reader.peek() == '!' || reader.peek() == '^';
    if (negated) {
      reader.at++;
    }
    if (!reader.readMembers()) {
      return -1;
    }
    if (negated) {
      set.flip(0, 256);
    }
    return reader.at;
  }

  private int peek() {
    return at < pattern.length() ? pattern.charAt(at) : -1;
  }

  private boolean readMembers() {
    boolean first = true;
    while (first || peek() != ']') {
      first = false;
      int c = peek();
      boolean read =
          switch (c) {
            case -1 -> false;
            case '\\' -> readEscaped();
            case '-' -> readDash();
            case '[' -> readBracket();
            default -> single(c);
          };
      if (!read) {
        return false;
      }
      at++;
    }
    return true;
  }

  private boolean single(int c) {
    set.set(c);
    previous = c;
    return true;
  }

  private boolean readEscaped() {
    at++;
    return peek() >= 0 && single(peek());
  }

  /** A dash is a range only between two members; at either end it stands for itself. */
  private boolean readDash() {
    int next = at + 1 < pattern.length() ? pattern.charAt(at + 1) : -1;
    if (previous < 0 || next < 0 || next == ']') {
      return single('-');
    }
    at++;
    if (next == '\\') {
      at++;
      next = peek();
      if (next < 0) {
        return false;
      }
    }
    if (previous <= next) {
      set.set(previous, next + 1);
    }
    previous = -1;
    return true;
  }

  private boolean readBracket() {
    int close = pattern.indexOf(']', at + 1);
    boolean named = pattern.startsWith("[:", at);
    if (!named) {
      return single('[');
    }
    if (close < 0) {
      return false;
    }
    int end = close - 1;
    if (end < at + 2 || pattern.charAt(end) != ':') {
      return single('[');
    }
    Optional<IntPredicate> members = namedClass(pattern.substring(at + 2, end));
    if (members.isEmpty()) {
      return false;
    }
    for (int c = 0; c < 128; c++) {
      if (members.get().test(c)) {
        set.set(c);
      }
    }
    at = close;
    previous = -1;
    return true;
  }

  private static Optional<IntPredicate> namedClass(String name) {
    return switch (name) {
      case "alnum" -> Optional.of(c -> isAlpha(c) || isDigit(c));
      case "alpha" -> Optional.of(GlobClass::isAlpha);
      case "blank" -> Optional.of(c -> c == ' ' || c == '\t');
      case "cntrl" -> Optional.of(c -> c < 32 || c == 127);
      case "digit" -> Optional.of(GlobClass::isDigit);
      case "graph" -> Optional.of(c -> c > 32 && c < 127);
      case "lower" -> Optional.of(c -> c >= 'a' && c <= 'z');
      case "print" -> Optional.of(c -> c >= 32 && c < 127);
      case "punct" -> Optional.of(c -> c > 32 && c < 127 && !isAlpha(c) && !isDigit(c));
      case "space" -> Optional.of(c -> c == ' ' || c >= 9 && c <= 13);
      case "upper" -> Optional.of(c -> c >= 'A' && c <= 'Z');
      case "xdigit" -> Optional.of(c -> isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');
      default -> Optional.empty();
    };
  }

  private static boolean isAlpha(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
