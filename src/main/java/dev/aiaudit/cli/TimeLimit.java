package dev.aiaudit.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/**
 * How long a scan may take by the clock.
 *
 * @param limit empty for as long as it takes
 */
record TimeLimit(Optional<Duration> limit) {
  /** What holds without an option; the largest tree that was measured took 41 s. */
  static final TimeLimit STANDARD = new TimeLimit(Optional.of(Duration.ofMinutes(5)));

  private static final int MOST_DIGITS = 6;

  /**
   * Reads a whole number with {@code s} (the same as none), {@code m} or {@code h}; 0 is no limit.
   *
   * @throws TypeConversionException when the text is anything else
   */
  static TimeLimit parse(String text) {
    String digits = text.replaceFirst("[smh]$", "");
    boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || digits.length() > MOST_DIGITS) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is not a time such as 90s, 10m or 1h (at most "
              + MOST_DIGITS
              + " digits)");
    }
    int amount = Integer.parseInt(digits);
    Duration time =
        switch (text.charAt(text.length() - 1)) {
          case 'm' -> Duration.ofMinutes(amount);
          case 'h' -> Duration.ofHours(amount);
          default -> Duration.ofSeconds(amount);
        };
    return new TimeLimit(Optional.of(time).filter(t -> !t.isZero()));
  }
}
