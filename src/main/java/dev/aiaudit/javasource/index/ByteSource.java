package dev.aiaudit.javasource.index;

import java.io.IOException;

/**
 * The files to index, numbered 0 to {@code count() - 1} in path order. {@link #read} is called from
 * several threads at once, for every file once.
 */
public interface ByteSource {
  /** Number of files; at most {@link JavaIndex#MAX_FILES}. */
  int count();

  /** Path of a file as it is to be shown, with {@code /} between its parts. */
  String path(int file);

  /**
   * The whole content of a file, undecoded.
   *
   * @throws IOException when the file cannot be read; the index then lists it as unread
   */
  byte[] read(int file) throws IOException;
}
