package dev.aiaudit.javasource.index;

/**
 * Reads the tokens of a file in order and tells for each name what it is used for. A name is held
 * back until the next token has shown whether it is called. Knows no grammar beyond that: any token
 * order is accepted, and what cannot be told is left as a mere mention.
 */
final class RoleReader {
  /** What the previous token was, as far as the role of the next depends on it. */
  private enum Before {
    BREAK,
    DOT,
    REFERENCE,
    AT,
    NAME,
    PRIMITIVE,
    MODIFIER,
    BRACKET,
    ANGLE
  }

  /** What the name that is held back stands for. */
  private enum Held {
    NOTHING,
    AFTER_DOT,
    PLAIN,
    DECLARED,
    ANNOTATION,
    CREATED,
    SUPERTYPE,
    TYPE,
    RECORD
  }

  private final FileEntries entries;
  private final StatementReader statement;
  private Before before = Before.BREAK;
  private Held held = Held.NOTHING;
  private int heldId;
  private int lastName;
  private Held qualified = Held.NOTHING;
  private boolean typeFollows;
  private boolean createdFollows;
  private boolean inHeader;
  private boolean inSupertypes;
  private int headerAngles;
  private int argumentAngles;
  private Before beforeArguments = Before.BREAK;
  private int parentheses;
  private boolean inExpression;
  private final IntList outerParentheses = new IntList();

  RoleReader(FileEntries entries) {
    this.entries = entries;
    this.statement = new StatementReader(entries);
  }

  void startFile() {
    before = Before.BREAK;
    held = Held.NOTHING;
    lastName = -1;
    qualified = Held.NOTHING;
    typeFollows = false;
    createdFollows = false;
    endHeader();
    argumentAngles = 0;
    parentheses = 0;
    inExpression = false;
    outerParentheses.clear();
    statement.stop();
  }

  /** Takes an identifier or keyword by its number in the table of names; -1 is an unnamed one. */
  void word(int id) {
    settle(' ');
    if (id >= Words.FIRST_NAME) {
      if (statement.isReading()) {
        statement.name(id);
      }
      name(id);
    } else if (id >= 0) {
      keyword(id);
    } else {
      before = Before.NAME;
    }
  }

  private void name(int id) {
    held = roleOf(id);
    heldId = id;
    entries.addName(id, before == Before.REFERENCE ? Role.REFERENCE.bit() : 0);
    lastName = id;
    before = Before.NAME;
  }

  private Held roleOf(int id) {
    if (before == Before.AT) {
      return Held.ANNOTATION;
    }
    if (inSupertypes && headerAngles == 0 && parentheses == 0) {
      if (id != Words.PERMITS || before == Before.DOT) {
        return Held.SUPERTYPE;
      }
      inSupertypes = false;
      return Held.NOTHING;
    }
    if (before == Before.DOT) {
      return qualified == Held.NOTHING ? Held.AFTER_DOT : qualified;
    }
    if (before == Before.REFERENCE) {
      return Held.NOTHING;
    }
    if (typeFollows) {
      typeFollows = false;
      return Held.TYPE;
    }
    if (createdFollows) {
      createdFollows = false;
      return Held.CREATED;
    }
    if (before == Before.NAME && lastName == Words.RECORD) {
      return Held.RECORD;
    }
    return isDeclared() ? Held.DECLARED : Held.PLAIN;
  }

  /** Whether a parenthesis after the name would make it a declaration, judged by what precedes. */
  private boolean isDeclared() {
    if (parentheses > 0) {
      return false;
    }
    return switch (before) {
      case NAME -> lastName != Words.YIELD && lastName != Words.WHEN;
      case PRIMITIVE, MODIFIER, BRACKET -> true;
      case ANGLE -> !inExpression;
      case BREAK, DOT, REFERENCE, AT -> false;
    };
  }

  private void keyword(int id) {
    Before previous = before;
    before =
        id < Words.FIRST_MODIFIER
            ? Before.PRIMITIVE
            : id < Words.CLASS ? Before.MODIFIER : Before.BREAK;
    createdFollows = false;
    switch (id) {
      case Words.CLASS, Words.INTERFACE, Words.ENUM -> typeFollows = previous != Before.DOT;
      case Words.EXTENDS, Words.IMPLEMENTS -> inSupertypes |= inHeader && headerAngles == 0;
      case Words.NEW -> newWord(previous);
      case Words.IMPORT, Words.PACKAGE -> {
        if (outerParentheses.size() == 0) {
          statement.start(id == Words.IMPORT);
        }
      }
      case Words.STATIC -> statement.staticWord();
      default -> inExpression |= id >= Words.FIRST_STATEMENT;
    }
  }

  private void newWord(Before previous) {
    if (previous == Before.REFERENCE) {
      if (lastName >= 0) {
        entries.addName(lastName, Role.CREATION.bit());
      }
    } else {
      createdFollows = true;
    }
  }

  /** Takes a literal. */
  void literal() {
    settle(' ');
    before = Before.BREAK;
    createdFollows = false;
  }

  /** Takes two colons. */
  void reference() {
    settle(':');
    lastName = before == Before.NAME ? lastName : -1; // "int[]::new" creates no object of a type
    before = Before.REFERENCE;
  }

  /** Takes any other token, character by character. */
  void mark(byte mark) {
    settle(mark);
    if (statement.isReading()) {
      statement.mark(mark);
    }
    Before previous = before;
    before = Before.BREAK;
    switch (mark) {
      case '.' -> before = Before.DOT;
      case '@' -> before = Before.AT;
      case ']' -> before = Before.BRACKET;
      case '<' -> openAngle(previous);
      case '>' -> closeAngle();
      case '(' -> parentheses++;
      case ')' -> parentheses -= parentheses > 0 ? 1 : 0;
      case '{' -> openBlock();
      case '}' -> closeBlock();
      case ';' -> endStatement();
      case '=', '-' -> inExpression |= parentheses == 0;
      default -> {}
    }
    if (mark != '.') {
      qualified = Held.NOTHING;
      createdFollows &= mark == '@';
    }
    if (mark == '(' || mark == ')') {
      argumentAngles = 0;
    }
  }

  private void openAngle(Before previous) {
    headerAngles += inHeader ? 1 : 0;
    if (argumentAngles > 0) {
      argumentAngles++;
    } else if (previous == Before.DOT || previous == Before.REFERENCE) {
      argumentAngles = 1;
      beforeArguments = previous;
    }
  }

  private void closeAngle() {
    headerAngles -= headerAngles > 0 ? 1 : 0;
    before = Before.ANGLE;
    if (argumentAngles > 0 && --argumentAngles == 0) {
      before = beforeArguments;
    }
  }

  private void openBlock() {
    if (parentheses == 0) {
      endHeader();
    }
    outerParentheses.add(parentheses);
    parentheses = 0;
    inExpression = false;
    argumentAngles = 0;
  }

  private void closeBlock() {
    parentheses = outerParentheses.size() > 0 ? outerParentheses.removeLast() : 0;
    inExpression = false;
    argumentAngles = 0;
  }

  private void endStatement() {
    if (parentheses == 0) {
      endHeader();
    }
    inExpression = false;
    argumentAngles = 0;
  }

  private void endHeader() {
    inHeader = false;
    inSupertypes = false;
    headerAngles = 0;
  }

  private void startHeader() {
    endHeader();
    inHeader = true;
  }

  /** Gives the name that is held back its role, now that the next token is known. */
  private void settle(int next) {
    Held role = held;
    if (role == Held.NOTHING) {
      return;
    }
    held = Held.NOTHING;
    qualified = Held.NOTHING;
    switch (role) {
      case NOTHING -> {}
      case AFTER_DOT -> give(Role.DOT_CALL, next == '(');
      case PLAIN -> give(Role.BARE_CALL_OR_DECLARATION, next == '(');
      case DECLARED -> give(Role.METHOD_DECLARATION, next == '(');
      case SUPERTYPE -> give(Role.SUPERTYPE, next != '.');
      case ANNOTATION -> {
        give(Role.ANNOTATION, next != '.');
        qualified = next == '.' ? role : qualified;
      }
      case CREATED -> {
        give(Role.CREATION, next == '(' || next == '<');
        qualified = next == '.' ? role : qualified;
      }
      case TYPE -> {
        give(Role.TYPE_DECLARATION, true);
        startHeader();
      }
      case RECORD -> {
        give(Role.TYPE_DECLARATION, next == '(' || next == '<');
        if (next == '(' || next == '<') {
          startHeader();
        }
      }
    }
  }

  private void give(Role role, boolean applies) {
    if (applies) {
      entries.addName(heldId, role.bit());
    }
  }

  void endFile() {
    settle(' ');
  }
}
