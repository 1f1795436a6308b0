package dev.aiaudit.terminal;

import dev.aiaudit.escape.Escape;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** One line on stderr that is overwritten at most ten times a second and erased at the end. */
public final class ProgressLine implements AutoCloseable {
  private static final long INTERVAL_NANOS = 100_000_000L;
  private static final String ERASE = "\r\u001b[K";
  private final PrintStream out;
  private final Terminal terminal;
  private final LongSupplier nanoTime;
  private long shownAt;
  private boolean shown;

  /**
   * A line that stays silent unless somebody looks at a terminal that understands control
   * sequences.
   *
   * @param out where to draw
   * @param terminal what {@code out} is
   * @param nanoTime a monotonic clock in nanoseconds
   */
  public ProgressLine(PrintStream out, Terminal terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  /** Shows the text, unless the last one was shown less than a tenth of a second ago. */
  public synchronized void show(String text) {
    if (!terminal.tty() || !terminal.color()) {
      return;
    }
    long now = nanoTime.getAsLong();
    if (shown && now - shownAt < INTERVAL_NANOS) {
      return;
    }
    shown = true;
    shownAt = now;
    String line =
        Columns.cut(Escape.terminal(text), terminal.width() - 1, terminal.glyphs().ellipsis());
    out.print(ERASE + line);
    out.flush();
  }

  /** Erases the line. */
  @Override
  public synchronized void close() {
    if (shown) {
      out.print(ERASE);
      out.flush();
      shown = false;
    }
  }
}
