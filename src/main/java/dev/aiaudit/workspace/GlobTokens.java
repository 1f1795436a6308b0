package dev.aiaudit.workspace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A parsed {@link Glob} pattern: one token per literal, class, {@code ?} or star.
 *
 * <p>Folder-crossing {@code **}{@code /} becomes three tokens: {@link #MAYBE_FOLDERS} (skip the
 * next two, or not), {@link #GLOBSTAR} and a literal slash.
 */
final class GlobTokens {
  /** What the text is, hence what a {@code /} in it means. */
  enum Scope {
    NAME,
    PATH
  }

  static final int ANY = -1;
  static final int STAR = -2;
  static final int GLOBSTAR = -3;
  static final int MAYBE_FOLDERS = -4;
  private static final int FIRST_CLASS = -5;

  private final String pattern;
  private final Scope scope;
  private final List<BitSet> classes = new ArrayList<>();
  private final List<Integer> parsed = new ArrayList<>();
  private int[] tokens = new int[0];
  private boolean crossesFolders;
  private boolean malformed;

  private GlobTokens(String pattern, Scope scope) {
    this.pattern = pattern;
    this.scope = scope;
  }

  static GlobTokens parse(String pattern, Scope scope) {
    GlobTokens result = new GlobTokens(pattern, scope);
    result.malformed = pattern.length() > Glob.MAX_LENGTH || !result.parseAll();
    result.tokens = result.parsed.stream().mapToInt(Integer::intValue).toArray();
    return result;
  }

  static boolean isStar(int token) {
    return token == STAR || token == GLOBSTAR;
  }

  int[] tokens() {
    return tokens;
  }

  /** Whether a star may cross a slash, so that one pair of pointers is not enough. */
  boolean crossesFolders() {
    return crossesFolders;
  }

  /** Unclosed class, trailing backslash, or too long: matches nothing, as in git. */
  boolean malformed() {
    return malformed;
  }

  /** Whether the token at this position can consume the character. */
  boolean consumes(int position, char c) {
    int token = tokens[position];
    if (token >= 0) {
      return token == c;
    }
    return switch (token) {
      case ANY, STAR -> scope == Scope.NAME || c != '/';
      case GLOBSTAR -> true;
      case MAYBE_FOLDERS -> false;
      default -> (scope == Scope.NAME || c != '/') && classes.get(FIRST_CLASS - token).get(c);
    };
  }

  private boolean parseAll() {
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      switch (c) {
        case '?' -> parsed.add(ANY);
        case '*' -> i = parseStars(i);
        case '\\' -> {
          if (++i == pattern.length()) {
            return false;
          }
          parsed.add((int) pattern.charAt(i));
        }
        case '[' -> {
          BitSet set = new BitSet(256);
          i = GlobClass.parse(pattern, i, set);
          if (i < 0) {
            return false;
          }
          parsed.add(FIRST_CLASS - classes.size());
          classes.add(set);
        }
        default -> parsed.add((int) c);
      }
      i++;
    }
    return true;
  }

  /** Reads a run of stars and returns the index of the last pattern character it covers. */
  private int parseStars(int start) {
    int end = start;
    while (end < pattern.length() && pattern.charAt(end) == '*') {
      end++;
    }
    boolean bounded =
        end - start > 1
            && (start == 0 || pattern.charAt(start - 1) == '/')
            && (end == pattern.length()
                || pattern.charAt(end) == '/'
                || pattern.startsWith("\\/", end));
    if (scope == Scope.NAME || !bounded) {
      parsed.add(STAR);
      return end - 1;
    }
    crossesFolders = true;
    if (end < pattern.length() && pattern.charAt(end) == '/') {
      parsed.add(MAYBE_FOLDERS);
      parsed.add(GLOBSTAR);
      parsed.add((int) '/');
      return end;
    }
    parsed.add(GLOBSTAR);
    return end - 1;
  }
}
