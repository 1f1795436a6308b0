package dev.aiaudit.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Remembers why writing failed. Java's print streams swallow write errors, so that without this a
 * gate that ran out of disk would pass.
 */
public final class WatchedStream extends FilterOutputStream {
  private Optional<IOException> failure = Optional.empty();

  /** Watches a stream. */
  public WatchedStream(OutputStream out) {
    super(out);
  }

  /** The first error, if there was one. */
  public synchronized Optional<IOException> failure() {
    return failure;
  }

  /** Whether the reader went away, as {@code head} does; there is nobody left to complain to. */
  public boolean brokenPipe() {
    return failure()
        .map(IOException::getMessage)
        .map(message -> message.toLowerCase(Locale.ROOT))
        .filter(message -> message.contains("broken pipe") || message.contains("pipe is being"))
        .isPresent();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      failure = failure.or(() -> Optional.of(e));
      throw e;
    }
  }
}
