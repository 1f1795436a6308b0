package dev.aiaudit.javasource.index;

/** Puts together the dotted name of an import or package statement from its tokens. */
final class StatementReader {
  private final FileEntries entries;
  private byte[] text = new byte[256];
  private int length;
  private boolean reading;
  private boolean isImport;
  private boolean isStatic;

  StatementReader(FileEntries entries) {
    this.entries = entries;
  }

  boolean isReading() {
    return reading;
  }

  void start(boolean importStatement) {
    reading = true;
    isImport = importStatement;
    isStatic = false;
    length = 0;
  }

  void stop() {
    reading = false;
  }

  void staticWord() {
    isStatic = true;
  }

  void name(int id) {
    if (length > 0 && text[length - 1] != '.') {
      length = 0; // two names in a row: "import module a.b"
    }
    int size = entries.names.length(id);
    text = FileEntries.withRoom(text, length + size);
    entries.names.copyTo(id, text, length);
    length += size;
  }

  void mark(byte mark) {
    if (mark == '.' || mark == '*') {
      text = FileEntries.withRoom(text, length + 1);
      text[length++] = mark;
      return;
    }
    reading = false;
    if (mark == ';' && length > 0 && length <= NameTable.MAX_LENGTH * 4) {
      if (isImport) {
        entries.addImport(text, length, isStatic);
      } else {
        entries.addPackage(text, length);
      }
    }
  }
}
