package dev.aiaudit.javasource.index;

import java.nio.charset.StandardCharsets;

/**
 * The words of the language with their fixed numbers: every name table of identifiers is seeded
 * with them, so that telling a keyword is one comparison. Contextual words come last, because they
 * are names too.
 */
final class Words {
  private static final String[] ALL = {
    "boolean",
    "byte",
    "char",
    "double",
    "float",
    "int",
    "long",
    "short",
    "void",
    "abstract",
    "default",
    "final",
    "native",
    "private",
    "protected",
    "public",
    "static",
    "strictfp",
    "synchronized",
    "transient",
    "volatile",
    "class",
    "interface",
    "enum",
    "extends",
    "implements",
    "new",
    "import",
    "package",
    "instanceof",
    "this",
    "super",
    "true",
    "false",
    "null",
    "_",
    "assert",
    "break",
    "case",
    "catch",
    "const",
    "continue",
    "do",
    "else",
    "finally",
    "for",
    "goto",
    "if",
    "return",
    "switch",
    "throw",
    "throws",
    "try",
    "while",
    "record",
    "permits",
    "yield",
    "when",
  };

  static final int FIRST_MODIFIER = 9;
  static final int STATIC = 16;
  static final int CLASS = 21;
  static final int INTERFACE = 22;
  static final int ENUM = 23;
  static final int EXTENDS = 24;
  static final int IMPLEMENTS = 25;
  static final int NEW = 26;
  static final int IMPORT = 27;
  static final int PACKAGE = 28;
  static final int FIRST_STATEMENT = 36;
  static final int RECORD = 54;
  static final int PERMITS = 55;
  static final int YIELD = 56;
  static final int WHEN = 57;

  /** Words from here on are recorded as names. */
  static final int FIRST_NAME = RECORD;

  private Words() {}

  static NameTable seededTable(int multiplier) {
    NameTable table = new NameTable(multiplier);
    for (String word : ALL) {
      byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
      table.intern(bytes, 0, bytes.length);
    }
    return table;
  }
}
