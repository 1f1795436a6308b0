package dev.aiaudit.change;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The contents of objects, one after the other from one process. */
final class GitObjects implements AutoCloseable {
  private static final long MAX_BYTES = 4_000_000;

  private final Process process;
  private final OutputStream requests;
  private final InputStream answers;

  GitObjects(GitProgram git, Path folder) throws IOException {
    this.process = git.start(folder, "cat-file", "--batch");
    this.requests = process.getOutputStream();
    this.answers = new BufferedInputStream(process.getInputStream(), 1 << 16);
  }

  /**
   * The bytes of an object; empty when there are too many for a file that is analysed.
   *
   * @param id in hexadecimal digits
   * @throws PastUnknownException when the repository does not hold it
   */
  Optional<byte[]> read(String id, String path) throws IOException {
    requests.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
    requests.flush();
    String[] head = line().split(" ", -1);
    if (head.length != 3 || !head[0].equals(id)) {
      throw new PastUnknownException(
          "git does not have the content of '"
              + path
              + "' at that revision; a clone made with --filter lacks it: fetch without a filter");
    }
    long size = Long.parseLong(head[2]);
    byte[] bytes = answers.readNBytes((int) Math.min(size, MAX_BYTES));
    answers.skipNBytes(size - bytes.length);
    if (answers.read() != '\n') {
      throw new EOFException("git stopped in the middle of '" + path + "'");
    }
    return Optional.of(bytes).filter(whole -> whole.length == size);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = answers.read(); b != '\n' && b >= 0; b = answers.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
