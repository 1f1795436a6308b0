package dev.aiaudit.engine;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is made of the ignores that a team has written.
 *
 * @param use whether they are honoured
 * @param today the date by which they expire; empty when nothing expires
 */
public record Ignoring(Use use, Optional<LocalDate> today) {
  /** Honoured, and nothing expires: for callers without a calendar. */
  public static final Ignoring UNDATED = new Ignoring(Use.HONOURED, Optional.empty());

  /** Whether ignores are honoured. */
  public enum Use {
    /** They are. */
    HONOURED,
    /** Everything counts. */
    PASSED_OVER
  }

  /** Honoured, judged by this date. */
  public static Ignoring on(LocalDate today) {
    return new Ignoring(Use.HONOURED, Optional.of(today));
  }
}
