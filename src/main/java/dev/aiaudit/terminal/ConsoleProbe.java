package dev.aiaudit.terminal;

import java.util.OptionalInt;

/** Asks what a standard stream is connected to. */
public interface ConsoleProbe {
  /** Number of standard output, as the system counts streams. */
  int STDOUT = 1;

  /** Number of standard error. */
  int STDERR = 2;

  /** Connected to no terminal at all. */
  ConsoleProbe NONE =
      new ConsoleProbe() {
        @Override
        public boolean tty(int stream) {
          return false;
        }

        @Override
        public OptionalInt columns(int stream) {
          return OptionalInt.empty();
        }
      };

  /**
   * Whether the stream is a terminal; on Windows this also switches it to UTF-8 and control
   * sequences.
   */
  boolean tty(int stream);

  /** The terminal's width, when the stream is one. */
  OptionalInt columns(int stream);
}
