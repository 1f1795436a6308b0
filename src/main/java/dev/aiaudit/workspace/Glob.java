package dev.aiaudit.workspace;

/**
 * A file-name pattern with the meaning that git's wildmatch gives it: {@code ?}, {@code *}, {@code
 * **}, {@code [a-z]}, {@code [!a]}, {@code [[:digit:]]} and backslash escapes.
 *
 * <p>Matching never backtracks over more than one star: time is at most pattern length times text
 * length, whatever the pattern. As in git, {@code ?} and classes stand for one byte of UTF-8.
 */
public final class Glob {
  /** Longer patterns match nothing; the longest in the reference corpus has 180 bytes. */
  public static final int MAX_LENGTH = 1024;

  private final int[] tokens;
  private final GlobTokens program;

  private Glob(GlobTokens program) {
    this.program = program;
    this.tokens = program.tokens();
  }

  /** A pattern for a whole relative path: only {@code **} crosses a {@code /}. */
  public static Glob path(String pattern) {
    return new Glob(GlobTokens.parse(ByteText.of(pattern), GlobTokens.Scope.PATH));
  }

  /** A pattern for one name, without folders. */
  static Glob name(String pattern) {
    return new Glob(GlobTokens.parse(ByteText.of(pattern), GlobTokens.Scope.NAME));
  }

  /** Like {@link #path}, for a pattern that already is {@link ByteText}. */
  static Glob ofPathBytes(String pattern) {
    return new Glob(GlobTokens.parse(pattern, GlobTokens.Scope.PATH));
  }

  /** Like {@link #name}, for a pattern that already is {@link ByteText}. */
  static Glob ofNameBytes(String pattern) {
    return new Glob(GlobTokens.parse(pattern, GlobTokens.Scope.NAME));
  }

  /** Whether the whole text matches; folders in it are separated by {@code /}. */
  public boolean matches(String text) {
    return matchesBytes(ByteText.of(text), 0);
  }

  /** Whether the rest of a {@link ByteText} from this offset on matches. */
  boolean matchesBytes(String text, int from) {
    if (program.malformed()) {
      return false;
    }
    return program.crossesFolders() ? simulate(text, from) : twoPointer(text, from);
  }

  /** Only the last star is ever retried: an earlier one could not reach anything it cannot. */
  private boolean twoPointer(String text, int from) {
    int t = from;
    int p = 0;
    int star = -1;
    int starText = 0;
    while (t < text.length()) {
      if (p < tokens.length && tokens[p] == GlobTokens.STAR) {
        star = p++;
        starText = t;
      } else if (p < tokens.length && program.consumes(p, text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0 && program.consumes(star, text.charAt(starText))) {
        t = ++starText;
        p = star + 1;
      } else {
        return false;
      }
    }
    while (p < tokens.length && tokens[p] == GlobTokens.STAR) {
      p++;
    }
    return p == tokens.length;
  }

  /** Follows every position in the pattern at once, one text character at a time. */
  private boolean simulate(String text, int from) {
    boolean[] now = new boolean[tokens.length + 1];
    enter(now, 0);
    for (int t = from; t < text.length(); t++) {
      boolean[] next = new boolean[tokens.length + 1];
      if (!advance(now, next, text.charAt(t))) {
        return false;
      }
      now = next;
    }
    return now[tokens.length];
  }

  private boolean advance(boolean[] now, boolean[] next, char c) {
    boolean alive = false;
    for (int p = 0; p < tokens.length; p++) {
      if (now[p] && program.consumes(p, c)) {
        enter(next, GlobTokens.isStar(tokens[p]) ? p : p + 1);
        alive = true;
      }
    }
    return alive;
  }

  /** Marks a position and those reachable from it without consuming a character. */
  private void enter(boolean[] states, int start) {
    int p = start;
    while (!states[p]) {
      states[p] = true;
      if (p == tokens.length) {
        return;
      }
      if (tokens[p] == GlobTokens.MAYBE_FOLDERS) {
        enter(states, p + 3);
      } else if (!GlobTokens.isStar(tokens[p])) {
        return;
      }
      p++;
    }
  }
}
