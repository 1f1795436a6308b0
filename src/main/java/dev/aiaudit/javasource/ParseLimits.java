package dev.aiaudit.javasource;

import java.time.Duration;

/**
 * What a parse may cost.
 *
 * @param base processor time that every input has
 * @param perHundredKilobytes time on top of it for each 100,000 characters, in proportion
 * @param patience how many times its deadline an input may take by the clock, while the machine
 *     does other things; this ends a parse that waits for ever
 * @param maxAbandoned number of abandoned parses after which nothing more is parsed: a thread that
 *     does not come back cannot be stopped and goes on using a processor
 * @param stackBytes stack of a worker; reserved, not used, until it is needed
 */
public record ParseLimits(
    Duration base, Duration perHundredKilobytes, int patience, int maxAbandoned, long stackBytes) {
  private static final long STACK_BYTES = 64L << 20;

  /**
   * 2 s and 1 s for each 100,000 characters, a patience of 30, two abandoned parses, stacks of 64
   * MB.
   */
  public static ParseLimits standard() {
    return new ParseLimits(Duration.ofSeconds(2), Duration.ofSeconds(1), 30, 2, STACK_BYTES);
  }

  /** Processor time that an input of so many characters has. */
  Duration deadline(long characters) {
    return base.plus(perHundredKilobytes.multipliedBy(characters).dividedBy(100_000));
  }
}
