package dev.aiaudit.javasource.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What one worker has found in the files of its current run, over tables of its own. */
final class FileEntries {
  /** Longest text literal that is kept, in bytes. */
  static final int MAX_LITERAL = 200;

  /** Role bit of an import: it is a static one. */
  static final int STATIC_IMPORT = 1;

  private static final int BEFORE_SCHEME = 40;
  private static final byte[] KEY = KeyFilter.NAME.getBytes(StandardCharsets.US_ASCII);

  final NameTable names;
  final NameTable imports;
  final NameTable literals;
  final NameTable packages;
  final PostingBuffer nameBuffer = new PostingBuffer();
  final PostingBuffer importBuffer = new PostingBuffer();
  final PostingBuffer literalBuffer = new PostingBuffer();
  final PostingBuffer packageBuffer = new PostingBuffer();

  FileEntries(int multiplier) {
    names = Words.seededTable(multiplier);
    imports = new NameTable(multiplier);
    literals = new NameTable(multiplier);
    packages = new NameTable(multiplier);
  }

  PostingBuffer[] buffers() {
    return new PostingBuffer[] {nameBuffer, importBuffer, literalBuffer, packageBuffer};
  }

  NameTable[] tables() {
    return new NameTable[] {names, imports, literals, packages};
  }

  void addName(int id, int roleBits) {
    nameBuffer.add(id, roleBits);
  }

  void addImport(byte[] text, int length, boolean isStatic) {
    int id = imports.intern(text, 0, length);
    if (id >= 0) {
      importBuffer.add(id, isStatic ? STATIC_IMPORT : 0);
    }
  }

  void addPackage(byte[] text, int length) {
    int id = packages.intern(text, 0, length);
    if (id >= 0) {
      packageBuffer.add(id, 0);
    }
  }

  /**
   * Keeps a text literal, given without its quotes, if it looks like an address; of one that looks
   * like a key it keeps only that there is one.
   */
  void addLiteral(byte[] text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text[start])) {
      start++;
    }
    while (end > start && isBlank(text[end - 1])) {
      end--;
    }
    if (end - start < 2) {
      return;
    }
    if (KeyFilter.hasKey(text, start, end)) {
      nameBuffer.add(names.intern(KEY, 0, KEY.length), 0);
    }
    int scheme = AddressFilter.scheme(text, start, end);
    if (scheme < 0
        && !AddressFilter.isPath(text, start, end)
        && !AddressFilter.isReference(text, start, end)
        && !AddressFilter.isBodyKey(text, start, end)
        && !AddressFilter.isHost(text, start, end)) {
      return;
    }
    if (end - start > MAX_LITERAL) {
      start = scheme < 0 ? start : boundary(text, Math.max(start, scheme - BEFORE_SCHEME), start);
      end = boundary(text, Math.min(end, start + MAX_LITERAL), start);
    }
    int id = literals.intern(text, start, end);
    if (id >= 0) {
      literalBuffer.add(id, 0);
    }
  }

  /** Moves a cut back to the start of the UTF-8 character it would split. */
  private static int boundary(byte[] text, int cut, int least) {
    int at = cut;
    while (at > least && at < text.length && (text[at] & 0xc0) == 0x80) {
      at--;
    }
    return at;
  }

  private static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ';
  }

  /** Concatenates into a scratch array, which grows as needed. */
  static byte[] withRoom(byte[] scratch, int needed) {
    return needed <= scratch.length ? scratch : Arrays.copyOf(scratch, needed * 2);
  }
}
