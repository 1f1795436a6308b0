package dev.aiaudit.javasource.index;

/**
 * Cuts the bytes of a Java file into tokens: names go to the role reader, text literals to the
 * entries, comments nowhere. Broken input never stops it: an unclosed comment or text block ends
 * with the file, an unclosed literal with its line.
 */
final class Lexer {
  private static final byte OTHER = 0;
  private static final byte BLANK = 1;
  private static final byte NAME = 2;
  private static final byte DIGIT = 3;
  private static final byte[] KINDS = kinds();

  private final FileEntries entries;
  private final NameTable names;
  private final RoleReader roles;
  private byte[] text = new byte[0];
  private int at;
  private boolean nonAsciiName;
  private boolean escapedName;

  Lexer(FileEntries entries) {
    this.entries = entries;
    this.names = entries.names;
    this.roles = new RoleReader(entries);
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int b = 0; b < 256; b++) {
      boolean letter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b == '$';
      boolean digit = b >= '0' && b <= '9';
      kinds[b] = letter || b >= 128 ? NAME : digit ? DIGIT : b <= ' ' ? BLANK : OTHER;
    }
    return kinds;
  }

  /** Reads a whole file into the entries. */
  void read(byte[] raw) {
    scan(SourceBytes.withoutMark(raw));
    if (nonAsciiName || escapedName) {
      readAgain();
    }
    text = new byte[0];
  }

  /** The rare second pass, for files with names in another encoding or with escapes. */
  private void readAgain() {
    byte[] first = text;
    byte[] decoded = SourceBytes.asUtf8(first);
    if (escapedName) {
      decoded = SourceBytes.withoutUnicodeEscapes(decoded);
    }
    if (decoded != first) {
      for (PostingBuffer buffer : entries.buffers()) {
        buffer.restartFile();
      }
      scan(decoded);
    }
  }

  private void scan(byte[] bytes) {
    text = bytes;
    at = 0;
    nonAsciiName = false;
    escapedName = false;
    roles.startFile();
    int end = bytes.length;
    while (at < end) {
      byte b = bytes[at];
      switch (KINDS[b & 0xff]) {
        case BLANK -> blanks();
        case NAME -> name();
        case DIGIT -> number();
        default -> other(b);
      }
    }
    roles.endFile();
  }

  // The loops below run over every byte of a tree: fields are kept in locals for the sake of C1.

  private void blanks() {
    byte[] bytes = text;
    int i = at + 1;
    while (i < bytes.length && bytes[i] <= ' ' && bytes[i] >= 0) {
      i++;
    }
    at = i;
  }

  private void name() {
    byte[] bytes = text;
    int start = at;
    int i = start;
    int hash = 0;
    int multiplier = names.multiplier;
    int all = 0;
    while (i < bytes.length && KINDS[bytes[i] & 0xff] >= NAME) {
      byte b = bytes[i++];
      hash = hash * multiplier + b;
      all |= b;
    }
    at = i;
    nonAsciiName |= all < 0;
    boolean kept = i - start <= NameTable.MAX_LENGTH;
    roles.word(kept ? names.intern(bytes, start, i, hash) : -1);
  }

  private void number() {
    while (at < text.length && KINDS[text[at] & 0xff] >= NAME) {
      at++;
    }
    roles.literal();
  }

  private void other(byte b) {
    byte next = peek(1);
    if (b == '/' && next == '/') {
      lineComment();
    } else if (b == '/' && next == '*') {
      blockComment();
    } else if (b == '"') {
      roles.literal();
      if (next == '"' && peek(2) == '"') {
        textBlock();
      } else {
        quoted((byte) '"');
      }
    } else if (b == '\'') {
      roles.literal();
      quoted((byte) '\'');
    } else if (b == ':' && next == ':') {
      roles.reference();
      at += 2;
    } else if (b == '.' && next == '.' && peek(2) == '.') {
      roles.literal(); // what follows the dots of "String... x" is no member
      at += 3;
    } else {
      escapedName |= b == '\\' && next == 'u';
      roles.mark(b);
      at++;
    }
  }

  private byte peek(int distance) {
    return at + distance < text.length ? text[at + distance] : 0;
  }

  private void lineComment() {
    byte[] bytes = text;
    int i = at + 2;
    while (i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    at = i;
  }

  private void blockComment() {
    byte[] bytes = text;
    int i = at + 3;
    while (i < bytes.length && !(bytes[i] == '/' && bytes[i - 1] == '*')) {
      i++;
    }
    at = Math.min(bytes.length, i + 1);
  }

  private void quoted(byte quote) {
    byte[] bytes = text;
    int start = at + 1;
    int i = start;
    while (i < bytes.length && bytes[i] != quote && bytes[i] != '\n' && bytes[i] != '\r') {
      i += escapeLength(i);
    }
    int end = Math.min(i, text.length);
    if (quote == '"') {
      entries.addLiteral(text, start, end);
    }
    at = end < text.length && text[end] == quote ? end + 1 : end;
  }

  /** Each line of a text block is a literal of its own: a prompt may hold several addresses. */
  private void textBlock() {
    int line = at + 3;
    int i = line;
    while (i < text.length && !(text[i] == '"' && closesTextBlock(i))) {
      if (text[i] == '\n' || text[i] == '\r') {
        entries.addLiteral(text, line, i);
        line = i + 1;
      }
      i += escapeLength(i);
    }
    int end = Math.min(i, text.length);
    entries.addLiteral(text, line, end);
    at = Math.min(text.length, end + 3);
  }

  /** 2 for a backslash with what it escapes, which never is the end of a line; else 1. */
  private int escapeLength(int i) {
    boolean escape =
        text[i] == '\\' && i + 1 < text.length && text[i + 1] != '\n' && text[i + 1] != '\r';
    return escape ? 2 : 1;
  }

  private boolean closesTextBlock(int i) {
    return i + 2 < text.length && text[i + 1] == '"' && text[i + 2] == '"';
  }
}
