package dev.aiaudit.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads pointcut expressions. */
final class PointcutReader {
  private static final Pattern WORD = Pattern.compile("@?[\\w.$]+");

  private final String text;
  private int at;

  private PointcutReader(String text) {
    this.text = text;
  }

  /** Reads an expression; what cannot be read is {@link Pointcut.Unreadable}. */
  static Pointcut read(String text) {
    PointcutReader reader = new PointcutReader(text);
    Pointcut all = reader.or();
    reader.blanks();
    return reader.at == text.length() ? all : new Pointcut.Unreadable();
  }

  private Pointcut or() {
    Pointcut left = and();
    while (takes("||") || takes("or ")) {
      left = new Pointcut.Or(left, and());
    }
    return left;
  }

  private Pointcut and() {
    Pointcut left = one();
    while (takes("&&") || takes("and ")) {
      left = new Pointcut.And(left, one());
    }
    return left;
  }

  private Pointcut one() {
    if (takes("!") || takes("not ")) {
      return new Pointcut.Not(one());
    }
    if (takes("(")) {
      Pointcut inner = or();
      return takes(")") ? inner : new Pointcut.Unreadable();
    }
    blanks();
    Matcher word = WORD.matcher(text).region(at, text.length());
    if (!word.lookingAt()) {
      return new Pointcut.Unreadable();
    }
    at = word.end();
    return parentheses()
        .map(inside -> named(word.group(), inside))
        .orElseGet(Pointcut.Unreadable::new);
  }

  private static Pointcut named(String name, String inside) {
    return switch (name) {
      case "execution",
          "within",
          "@annotation",
          "@within",
          "@target",
          "bean",
          "target",
          "this",
          "args",
          "@args" ->
          new Pointcut.Designator(name, inside.strip());
      default -> name.startsWith("@") ? new Pointcut.Unreadable() : new Pointcut.Reference(name);
    };
  }

  private Optional<String> parentheses() {
    if (!takes("(")) {
      return Optional.empty();
    }
    int start = at;
    int depth = 1;
    for (; at < text.length(); at++) {
      depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
      if (depth == 0) {
        return Optional.of(text.substring(start, at++));
      }
    }
    return Optional.empty();
  }

  private boolean takes(String token) {
    blanks();
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
