package dev.aiaudit.render;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/** Lets Jackson, which wants a writer, write to the {@link Appendable} that a renderer is given. */
final class AppendableWriter extends Writer {
  private final Appendable out;

  AppendableWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    out.append(CharBuffer.wrap(buffer, offset, length));
  }

  @Override
  public void flush() {
    // The owner of the appendable flushes it.
  }

  @Override
  public void close() {
    // The owner of the appendable closes it.
  }
}
