package dev.aiaudit.trace.entry;

import java.util.Locale;
import java.util.Optional;

/** Numbers and periods as a person writes them. */
final class Durations {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Durations() {}

  /** The value of an integer literal of Java. */
  static Optional<Long> number(String literal) {
    String digits = literal.replace("_", "").replaceFirst("[lL]$", "");
    return digits.matches("\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }

  /** The result of an arithmetic operation; empty for an operator that schedules do not use. */
  static Optional<Long> compute(String operator, long left, long right) {
    return switch (operator) {
      case "+" -> Optional.of(left + right);
      case "-" -> Optional.of(left - right);
      case "*" -> Optional.of(left * right);
      case "/" -> right == 0 ? Optional.empty() : Optional.of(left / right);
      default -> Optional.empty();
    };
  }

  /**
   * A period such as {@code 5 s}.
   *
   * @param value a number in the unit, or a text such as {@code 5s} or a placeholder, which stays
   * @param unit a constant of {@link java.util.concurrent.TimeUnit} by name
   */
  static String period(String value, String unit) {
    return number(value).map(n -> written(n * millis(unit))).orElse(value);
  }

  private static long millis(String unit) {
    return switch (unit.toUpperCase(Locale.ROOT)) {
      case "SECONDS" -> SECOND;
      case "MINUTES" -> MINUTE;
      case "HOURS" -> HOUR;
      case "DAYS" -> DAY;
      default -> 1;
    };
  }

  private static String written(long millis) {
    if (millis >= DAY && millis % DAY == 0) {
      return millis / DAY + " d";
    }
    if (millis >= HOUR && millis % HOUR == 0) {
      return millis / HOUR + " h";
    }
    if (millis >= MINUTE && millis % MINUTE == 0) {
      return millis / MINUTE + " min";
    }
    return millis >= SECOND && millis % SECOND == 0 ? millis / SECOND + " s" : millis + " ms";
  }
}
