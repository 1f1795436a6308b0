package dev.aiaudit.catalog.guard;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a guard counts what it repeats.
 *
 * @param counts what the number in the source counts
 * @param defaultCalls the total number of calls when no number is written; 0 means without end
 * @param defaultPause the first pause between two calls when none is written
 * @param longestPause what growing pauses do not exceed when nothing is written
 */
public record Attempts(
    Counts counts,
    OptionalInt defaultCalls,
    Optional<Duration> defaultPause,
    Optional<Duration> longestPause) {

  /** It repeats nothing. */
  public static final Attempts NONE =
      new Attempts(Counts.NOTHING, OptionalInt.empty(), Optional.empty(), Optional.empty());

  /** What a number in the source counts. */
  public enum Counts {
    NOTHING,
    /** All calls, the first one too. */
    CALLS,
    /** The calls after the first one. */
    RETRIES
  }

  /** The total number of calls that a number in the source stands for. */
  public int calls(int written) {
    return counts == Counts.RETRIES ? written + 1 : written;
  }
}
