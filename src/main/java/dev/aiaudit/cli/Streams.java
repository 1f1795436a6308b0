package dev.aiaudit.cli;

import dev.aiaudit.escape.Escape;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output and standard error as UTF-8 on every system, with write errors noticed. */
public final class Streams {
  private static final int BUFFER = 1 << 16;
  private final WatchedStream watched;
  private final PrintStream out;
  private final PrintStream err;

  /** Wraps the raw streams. */
  public Streams(OutputStream out, OutputStream err) {
    this.watched = new WatchedStream(out);
    this.out =
        new PrintStream(new BufferedOutputStream(watched, BUFFER), false, StandardCharsets.UTF_8);
    this.err = new PrintStream(new BufferedOutputStream(err, BUFFER), true, StandardCharsets.UTF_8);
  }

  /** For results; buffered until {@link #settle}. */
  public PrintStream out() {
    return out;
  }

  /** For everything else. */
  public PrintStream err() {
    return err;
  }

  /**
   * Writes what is still buffered.
   *
   * @param code what the command wants to tell
   * @return {@link ExitCode#INTERNAL} when any of the output was lost, else the code
   */
  public ExitCode settle(ExitCode code) {
    out.flush();
    err.flush();
    if (!out.checkError()) {
      return code;
    }
    if (!watched.brokenPipe()) {
      String reason = watched.failure().map(Throwable::getMessage).orElse("unknown reason");
      err.print("ai-audit: cannot write the output: " + Escape.terminal(reason) + "\n");
      err.flush();
    }
    return ExitCode.INTERNAL;
  }
}
