package dev.aiaudit.detect.provider;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and periods as source code and settings write them. */
public final class Periods {
  private static final double LONGEST_SECONDS = 1e9;
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d_]{0,17}(\\.\\d{0,9})?[lLdDfF]?");
  private static final Pattern SIMPLE =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*([a-zA-Z]{0,12})");
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("ns", 1e-9),
          Map.entry("us", 1e-6),
          Map.entry("ms", 1e-3),
          Map.entry("millis", 1e-3),
          Map.entry("milliseconds", 1e-3),
          Map.entry("s", 1.0),
          Map.entry("sec", 1.0),
          Map.entry("seconds", 1.0),
          Map.entry("m", 60.0),
          Map.entry("min", 60.0),
          Map.entry("minutes", 60.0),
          Map.entry("h", 3600.0),
          Map.entry("hours", 3600.0),
          Map.entry("d", 86_400.0));

  private Periods() {}

  /** The value of a number literal. */
  static Optional<Double> number(String text) {
    String trimmed = text.trim();
    return NUMBER.matcher(trimmed).matches()
        ? Optional.of(Double.parseDouble(trimmed.replace("_", "").replaceFirst("[lLdDfF]$", "")))
        : Optional.empty();
  }

  /** So many seconds; empty for less than none and for more than anybody waits. */
  static Optional<Duration> of(double seconds) {
    return seconds < 0 || seconds > LONGEST_SECONDS
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.round(seconds * 1e3) * 1_000_000));
  }

  /**
   * A period as settings write it: {@code 30s}, {@code 500ms}, {@code PT30S}, {@code 30}.
   *
   * @param unit seconds that a plain number counts
   */
  public static Optional<Duration> parse(String text, double unit) {
    String trimmed = text.trim();
    if (trimmed.toUpperCase(Locale.ROOT).startsWith("PT")) {
      try {
        return Optional.of(Duration.parse(trimmed));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
    Matcher m = SIMPLE.matcher(trimmed);
    if (!m.matches()) {
      return Optional.empty();
    }
    String word = m.group(2).toLowerCase(Locale.ROOT);
    Double seconds = word.isEmpty() ? Double.valueOf(unit) : UNITS.get(word);
    return seconds == null ? Optional.empty() : of(Double.parseDouble(m.group(1)) * seconds);
  }
}
