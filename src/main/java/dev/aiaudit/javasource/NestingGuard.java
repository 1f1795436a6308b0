package dev.aiaudit.javasource;

import java.util.Arrays;
import java.util.Optional;

/**
 * Decides, in one pass over the characters of a Java file, whether a backtracking parser may be
 * given it. Blocks nested inside expressions cost such a parser a multiple per level, valid or not;
 * deep brackets, long operator chains and the like cost it its stack. Ordinary code stays far below
 * every limit: the deepest block in an expression seen in 53,160 real files is 4.
 */
public final class NestingGuard {
  /**
   * Most blocks that may lie inside one another, counting those directly inside parentheses or
   * square brackets and the bodies of anonymous classes.
   */
  public static final int MAX_BLOCKS_IN_EXPRESSIONS = 6;

  /** Most brackets of any kind that may lie inside one another. */
  public static final int MAX_BRACKETS = 200;

  /** Most type arguments that may lie inside one another. */
  public static final int MAX_ANGLES = 60;

  /** Most operators, dots included, in one expression without a comma. */
  public static final int MAX_OPERATORS = 10_000;

  /** Most parenthesised expressions directly behind one another, as in a chain of casts. */
  public static final int MAX_CASTS = 30;

  /** Most conditions, loops or arrows behind one another without a block or semicolon. */
  public static final int MAX_PREFIXES = 300;

  private final CharSequence code;
  private int at;
  private char[] open = new char[64];

  /** For a block: whether it counts; for a parenthesis: whether it follows {@code new Name}. */
  private boolean[] marked = new boolean[64];

  private int depth;
  private int blocks;
  private boolean created;
  private boolean creationEnded;
  private int angles;
  private int operators;
  private int casts;
  private int prefixes;
  private char previous;
  private Optional<String> reason = Optional.empty();

  private NestingGuard(CharSequence code) {
    this.code = code;
  }

  /**
   * Why the file must not be parsed, as a phrase such as {@code "brackets nested deeper than 200"};
   * empty for a file that may be. Never throws.
   */
  public static Optional<String> reasonNotToParse(CharSequence code) {
    NestingGuard guard = new NestingGuard(code);
    guard.scan();
    return guard.reason;
  }

  private void scan() {
    while (at < code.length() && reason.isEmpty()) {
      char c = code.charAt(at);
      if (c <= ' ') {
        at++;
      } else if (Character.isJavaIdentifierPart(c)) {
        word();
      } else if (c == '"' || c == '\'') {
        literal(c);
      } else if (c == '/' && (peek(1) == '/' || peek(1) == '*')) {
        comment();
      } else {
        mark(c);
        previous = c;
        at++;
      }
    }
  }

  private char peek(int distance) {
    return at + distance < code.length() ? code.charAt(at + distance) : 0;
  }

  private void word() {
    int start = at;
    while (at < code.length() && Character.isJavaIdentifierPart(code.charAt(at))) {
      at++;
    }
    if (isPrefix(start)) {
      prefix();
    }
    created |= at - start == 3 && is("new", start);
    casts = previous == ')' ? 0 : casts;
    previous = 'a';
  }

  private boolean isPrefix(int start) {
    return switch (at - start) {
      case 2 -> is("if", start) || is("do", start);
      case 3 -> is("for", start);
      case 4 -> is("else", start);
      case 5 -> is("while", start);
      default -> false;
    };
  }

  private boolean is(String word, int start) {
    for (int i = 0; i < word.length(); i++) {
      if (code.charAt(start + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void prefix() {
    if (++prefixes > MAX_PREFIXES) {
      refuse("more than " + MAX_PREFIXES + " nested conditions, loops or lambdas");
    }
  }

  private void mark(char c) {
    creationEnded &= c == '{';
    switch (c) {
      case '(' -> openParenthesis();
      case '[' -> open(c, false);
      case '{' -> openBlock();
      case ')' -> creationEnded = close('(');
      case ']' -> close('[');
      case '}' -> {
        close('{');
        endExpression();
      }
      case ';' -> semicolon();
      case ',' -> {
        operators = 0;
        prefixes = 0;
        created = false;
      }
      case '<' -> openAngle();
      case '>' -> closeAngle();
      default -> operator();
    }
  }

  /** Between parentheses a semicolon only parts the head of a loop. */
  private void semicolon() {
    if (depth > 0 && open[depth - 1] == '(') {
      angles = 0;
    } else {
      endExpression();
    }
  }

  private void operator() {
    angles = previous == '&' || previous == '|' ? 0 : angles;
    if (++operators > MAX_OPERATORS) {
      refuse("more than " + MAX_OPERATORS + " operators in one expression");
    }
  }

  private void openParenthesis() {
    angles = 0;
    if (previous == ')') {
      if (++casts > MAX_CASTS) {
        refuse("more than " + MAX_CASTS + " casts of one expression");
      }
    }
    open('(', created);
    created = false;
  }

  private void openBlock() {
    boolean inExpression = creationEnded || depth > 0 && open[depth - 1] != '{';
    endExpression();
    open('{', inExpression);
    blocks += inExpression ? 1 : 0;
    if (blocks > MAX_BLOCKS_IN_EXPRESSIONS) {
      refuse("blocks inside expressions nested deeper than " + MAX_BLOCKS_IN_EXPRESSIONS);
    }
  }

  private void openAngle() {
    if (++angles > MAX_ANGLES) {
      refuse("type arguments nested deeper than " + MAX_ANGLES);
    }
  }

  private void closeAngle() {
    if (previous == '-') {
      prefix();
    } else {
      angles -= angles > 0 ? 1 : 0;
    }
  }

  private void endExpression() {
    angles = 0;
    operators = 0;
    casts = 0;
    prefixes = 0;
    created = false;
    creationEnded = false;
  }

  private void open(char bracket, boolean mark) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      marked = Arrays.copyOf(marked, depth * 2);
    }
    open[depth] = bracket;
    marked[depth++] = mark;
    if (depth > MAX_BRACKETS) {
      refuse("brackets nested deeper than " + MAX_BRACKETS);
    }
  }

  /**
   * Closes a bracket and tells whether it was marked. One that closes nothing is passed over, so
   * that no trick makes the depth look smaller.
   */
  private boolean close(char bracket) {
    if (depth == 0 || open[depth - 1] != bracket) {
      return false;
    }
    boolean wasMarked = marked[--depth];
    blocks -= wasMarked && bracket == '{' ? 1 : 0;
    return wasMarked;
  }

  private void literal(char quote) {
    if (quote == '"' && isTextBlock()) {
      textBlock();
    } else {
      at++;
      while (at < code.length() && code.charAt(at) != quote && !isLineEnd(code.charAt(at))) {
        at += code.charAt(at) == '\\' && !isLineEnd(peek(1)) ? 2 : 1;
      }
      at = Math.min(code.length(), at + (peek(0) == quote ? 1 : 0));
    }
    casts = previous == ')' ? 0 : casts;
    previous = 'a';
  }

  /** Three quotes open a text block only at the end of a line; else they are an empty string. */
  private boolean isTextBlock() {
    if (peek(1) != '"' || peek(2) != '"') {
      return false;
    }
    int ahead = 3;
    while (peek(ahead) == ' ' || peek(ahead) == '\t' || peek(ahead) == '\f') {
      ahead++;
    }
    return isLineEnd(peek(ahead));
  }

  private void textBlock() {
    at += 3;
    while (at < code.length() && !(peek(0) == '"' && peek(1) == '"' && peek(2) == '"')) {
      at += code.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(code.length(), at + 3);
  }

  private void comment() {
    if (peek(1) == '/') {
      while (at < code.length() && !isLineEnd(code.charAt(at))) {
        at++;
      }
      return;
    }
    at += 2;
    while (at < code.length() && !(code.charAt(at) == '*' && peek(1) == '/')) {
      at++;
    }
    at = Math.min(code.length(), at + 2);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private void refuse(String why) {
    reason = reason.or(() -> Optional.of(why));
  }
}
