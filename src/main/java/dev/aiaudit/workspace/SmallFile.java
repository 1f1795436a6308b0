package dev.aiaudit.workspace;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Reads regular files of bounded size, without following a link at their name. */
public final class SmallFile {
  /** Ignore files and git's own text files are far smaller; packed-refs can be some megabytes. */
  static final long GIT_BYTES = 16L << 20;

  private static final Set<? extends java.nio.file.OpenOption> OPTIONS =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private SmallFile() {}

  /** Whether this is a regular file itself, not a link to one. Opening a FIFO would block. */
  public static boolean isRegular(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isRegularFile();
  }

  /**
   * All bytes of a file.
   *
   * @return empty if it has more than {@code limit} bytes
   */
  public static Optional<byte[]> read(Path file, long limit) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file, OPTIONS)) {
      long size = channel.size();
      if (size > limit) {
        return Optional.empty();
      }
      ByteBuffer buffer = ByteBuffer.allocate((int) size);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
      byte[] bytes = buffer.array();
      return Optional.of(buffer.hasRemaining() ? Arrays.copyOf(bytes, buffer.position()) : bytes);
    }
  }

  /** The bytes of one of git's own files, as {@link ByteText}; empty if it is not there. */
  static Optional<String> readGitText(Path file) {
    try {
      if (!isRegular(file)) {
        return Optional.empty();
      }
      byte[] bytes = read(file, GIT_BYTES).orElseThrow(EOFException::new);
      return Optional.of(ByteText.of(bytes));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
