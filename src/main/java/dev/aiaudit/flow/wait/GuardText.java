package dev.aiaudit.flow.wait;

import dev.aiaudit.model.Guard;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of guards as the report writes them, and periods in words. */
public final class GuardText {
  private static final Pattern ATTEMPTS =
      Pattern.compile("([0-9]{1,6}) (attempts?|retr(?:y|ies))\\b.*");
  private static final Pattern PAUSES = Pattern.compile(".*, (PT\\S+) of pauses(?: \\((.+)\\))?");

  private GuardText() {}

  /** {@code 3 attempts} or {@code 3 attempts, PT2.5S of pauses}. */
  public static String attempts(int attempts, Duration pauses) {
    String count = attempts + (attempts == 1 ? " attempt" : " attempts");
    return pauses.isZero() ? count : count + ", " + pauses + " of pauses";
  }

  /** {@code 4 attempts, PT7S of pauses (1 s + 2 s + 4 s)}. */
  public static String attempts(int attempts, List<Duration> pauses) {
    Duration total = pauses.stream().reduce(Duration.ZERO, Duration::plus);
    String count = attempts(attempts, total);
    return total.isZero() || pauses.size() < 2 ? count : count + " (" + sum(pauses) + ")";
  }

  /** The pauses of a retry one by one, in words; empty when they are known as a sum only. */
  static Optional<String> terms(Guard guard) {
    return guard
        .value()
        .map(PAUSES::matcher)
        .filter(Matcher::matches)
        .flatMap(m -> Optional.ofNullable(m.group(2)));
  }

  /** Calls in all. */
  static Optional<Integer> attempts(Guard guard) {
    return guard
        .value()
        .map(ATTEMPTS::matcher)
        .filter(Matcher::matches)
        .map(m -> Integer.parseInt(m.group(1)) + (m.group(2).startsWith("retr") ? 1 : 0));
  }

  /** The pauses of a retry taken together. */
  static Optional<Duration> pauses(Guard guard) {
    return guard
        .value()
        .map(PAUSES::matcher)
        .filter(Matcher::matches)
        .flatMap(m -> parsed(m.group(1)));
  }

  /** The limit of a timeout. */
  static Optional<Duration> period(Guard guard) {
    return guard.value().flatMap(GuardText::parsed);
  }

  private static Optional<Duration> parsed(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** {@code 60 s}, {@code 10 min}, {@code 2.5 s}. */
  static String words(Duration d) {
    if (d.compareTo(Duration.ofMinutes(2)) >= 0
        && d.toSecondsPart() == 0
        && d.toMillisPart() == 0) {
      return d.toMinutes() + " min";
    }
    if (d.toMillis() < 1000) {
      return d.toMillis() + " ms";
    }
    String seconds = String.valueOf(d.toMillis() / 1000.0);
    return (seconds.endsWith(".0") ? seconds.substring(0, seconds.length() - 2) : seconds) + " s";
  }

  /** {@code 2 s + 10 s + 50 s + 6 x 3 min}. */
  static String sum(List<Duration> periods) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < periods.size(); ) {
      int same = i;
      while (same < periods.size() && periods.get(same).equals(periods.get(i))) {
        same++;
      }
      String one = words(periods.get(i));
      parts.add(same - i == 1 ? one : (same - i) + " x " + one);
      i = same;
    }
    return String.join(" + ", parts);
  }
}
