package dev.aiaudit.workspace;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The paths that git tracks, read from its index file. Ignore rules do not apply to them: otherwise
 * a rule such as {@code jdk} hides committed sources, and a pull request could hide code from the
 * gate by adding a line to an ignore file.
 */
final class GitIndex {
  /** No index: nothing is known to be tracked. */
  static final GitIndex EMPTY = new GitIndex(new String[0]);

  /** About half a million files; a larger index is treated as absent. */
  private static final long MAX_BYTES = 64L << 20;

  private static final int SIGNATURE = 0x44495243; // DIRC
  private static final int FLAGS_AT = 60;
  private static final int EXTENDED = 0x4000;
  private static final int NAME_LENGTH = 0x0FFF;

  private final String[] paths;

  private GitIndex(String[] paths) {
    this.paths = paths;
  }

  /** The index of a repository; empty if it is missing, damaged or of an unknown form. */
  static GitIndex read(GitDirectory git) {
    Path file = git.own().resolve("index");
    try {
      if (!SmallFile.isRegular(file)) {
        return EMPTY;
      }
      Optional<byte[]> bytes = SmallFile.read(file, MAX_BYTES);
      return bytes.map(GitIndex::parse).orElse(EMPTY);
    } catch (IOException absent) {
      return EMPTY;
    }
  }

  static GitIndex parse(byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      int signature = buffer.getInt();
      int version = buffer.getInt();
      int count = buffer.getInt();
      if (signature != SIGNATURE || version < 2 || version > 4 || count > bytes.length / 62) {
        return EMPTY;
      }
      String[] paths = new String[count];
      String previous = "";
      for (int i = 0; i < count; i++) {
        previous = readPath(buffer, version, previous);
        paths[i] = previous;
      }
      // Sorted already, except for deeper stages of a merge and hostile files.
      Arrays.sort(paths);
      return new GitIndex(paths);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException bad) {
      return EMPTY;
    }
  }

  /** Whether this very file is tracked; the path is {@link ByteText} from the top. */
  boolean tracks(String path) {
    return Arrays.binarySearch(paths, path) >= 0;
  }

  /** Whether a file below this folder is tracked; the path is {@link ByteText} from the top. */
  boolean tracksBelow(String folder) {
    String prefix = folder + "/";
    int at = Arrays.binarySearch(paths, prefix);
    int next = at < 0 ? -at - 1 : at;
    return next < paths.length && paths[next].startsWith(prefix);
  }

  private static String readPath(ByteBuffer buffer, int version, String previous) {
    int start = buffer.position();
    int flags = buffer.getShort(start + FLAGS_AT);
    buffer.position(start + FLAGS_AT + ((flags & EXTENDED) != 0 ? 4 : 2));
    String kept = version == 4 ? previous.substring(0, previous.length() - readVarint(buffer)) : "";
    String path = kept + readName(buffer);
    int stated = flags & NAME_LENGTH;
    if (stated < NAME_LENGTH && stated != path.length()) {
      throw new IllegalArgumentException("not an index with 20-byte hashes");
    }
    if (version < 4) {
      // The name's NUL is the first byte of the padding to a multiple of eight.
      int length = buffer.position() - 1 - start;
      buffer.position(start + (length + 8) / 8 * 8);
    }
    return path;
  }

  /** Reads up to a NUL, and skips it. */
  private static String readName(ByteBuffer buffer) {
    int start = buffer.position();
    while (buffer.get() != 0) {}
    int length = buffer.position() - 1 - start;
    byte[] name = new byte[length];
    buffer.get(start, name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  private static int readVarint(ByteBuffer buffer) {
    int b = buffer.get();
    int value = b & 0x7F;
    while ((b & 0x80) != 0) {
      b = buffer.get();
      value = (value + 1 << 7) + (b & 0x7F);
    }
    return value;
  }
}
