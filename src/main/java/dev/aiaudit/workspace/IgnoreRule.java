package dev.aiaudit.workspace;

import java.util.Optional;

/** One line of an ignore file, compiled on first use because most folders ask for few of them. */
final class IgnoreRule {
  private enum Kind {
    /** The name equals the literal. */
    NAME,
    /** The name ends with the literal: {@code *.log}. */
    NAME_SUFFIX,
    /** The name matches the glob. */
    NAME_GLOB,
    /** The path starts with the literal, and its rest matches the glob. */
    PATH
  }

  private final boolean negated;
  private final boolean folderOnly;
  private final Kind kind;
  private final String literal;
  private final String rest;
  // Racy but safe: a Glob is immutable, so at worst it is compiled twice.
  private Optional<Glob> glob = Optional.empty();

  private IgnoreRule(boolean negated, boolean folderOnly, Kind kind, String literal, String rest) {
    this.negated = negated;
    this.folderOnly = folderOnly;
    this.kind = kind;
    this.literal = literal;
    this.rest = rest;
  }

  /**
   * Reads a line, given as {@link ByteText}, without its line end.
   *
   * @return empty for blank lines and comments
   */
  static Optional<IgnoreRule> parse(String line) {
    if (line.isEmpty() || line.charAt(0) == '#') {
      return Optional.empty();
    }
    String pattern = trimTrailingSpaces(line);
    boolean negated = pattern.startsWith("!");
    if (negated) {
      pattern = pattern.substring(1);
    }
    boolean folderOnly = pattern.endsWith("/");
    if (folderOnly) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    return pattern.isEmpty() ? Optional.empty() : Optional.of(of(pattern, negated, folderOnly));
  }

  private static IgnoreRule of(String pattern, boolean negated, boolean folderOnly) {
    if (pattern.indexOf('/') < 0) {
      return ofName(pattern, negated, folderOnly);
    }
    if (pattern.startsWith("**/") && pattern.indexOf('/', 3) < 0 && pattern.length() > 3) {
      return ofName(pattern.substring(3), negated, folderOnly);
    }
    String path = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    int plain = plainLength(path);
    // git compares the part before the first wildcard literally and matches only the rest, so
    // that in "a**/b" the stars stand at the start of a pattern; cutting here keeps that.
    return new IgnoreRule(
        negated, folderOnly, Kind.PATH, path.substring(0, plain), path.substring(plain));
  }

  private static IgnoreRule ofName(String pattern, boolean negated, boolean folderOnly) {
    if (plainLength(pattern) == pattern.length()) {
      return new IgnoreRule(negated, folderOnly, Kind.NAME, pattern, "");
    }
    String tail = pattern.substring(1);
    if (pattern.charAt(0) == '*' && plainLength(tail) == tail.length()) {
      return new IgnoreRule(negated, folderOnly, Kind.NAME_SUFFIX, tail, "");
    }
    return new IgnoreRule(negated, folderOnly, Kind.NAME_GLOB, "", pattern);
  }

  boolean negated() {
    return negated;
  }

  /**
   * Whether this rule applies to an entry.
   *
   * @param path {@link ByteText} of the path
   * @param base where the part relative to the rule's own folder starts in it
   * @param name where the last segment starts in it
   */
  boolean matches(String path, int base, int name, boolean folder) {
    if (folderOnly && !folder) {
      return false;
    }
    return switch (kind) {
      case NAME -> path.length() - name == literal.length() && path.startsWith(literal, name);
      case NAME_SUFFIX -> path.length() - name >= literal.length() && path.endsWith(literal);
      case NAME_GLOB -> glob().matchesBytes(path, name);
      case PATH -> path.startsWith(literal, base) && matchesRest(path, base + literal.length());
    };
  }

  private boolean matchesRest(String path, int from) {
    return rest.isEmpty() ? from == path.length() : glob().matchesBytes(path, from);
  }

  private Glob glob() {
    Optional<Glob> compiled = glob;
    if (compiled.isEmpty()) {
      compiled = Optional.of(kind == Kind.PATH ? Glob.ofPathBytes(rest) : Glob.ofNameBytes(rest));
      glob = compiled;
    }
    return compiled.get();
  }

  private static int plainLength(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("*?[\\".indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return pattern.length();
  }

  /** Cuts blanks at the end unless a backslash precedes them; tabs stay, as in git. */
  private static String trimTrailingSpaces(String line) {
    int end = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
      }
      if (c != ' ') {
        end = Math.min(i + 1, line.length());
      }
    }
    return line.substring(0, end);
  }
}
