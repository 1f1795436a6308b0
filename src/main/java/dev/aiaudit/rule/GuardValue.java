package dev.aiaudit.rule;

import dev.aiaudit.model.Guard;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the setting of a guard as far as it is a duration or a number of attempts. */
final class GuardValue {

  private static final Pattern ATTEMPTS =
      Pattern.compile("([0-9]{1,6}) (attempts?|retr(?:y|ies))\\b.*");

  private GuardValue() {}

  /** The duration of a value such as {@code PT30S}. */
  static Optional<Duration> duration(Guard guard) {
    return guard.value().flatMap(GuardValue::parsed);
  }

  private static Optional<Duration> parsed(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Calls in all, of a value such as {@code 3 attempts} or {@code 2 retries}. */
  static Optional<Integer> attempts(Guard guard) {
    return guard
        .value()
        .map(ATTEMPTS::matcher)
        .filter(Matcher::matches)
        .map(m -> Integer.parseInt(m.group(1)) + (m.group(2).startsWith("retr") ? 1 : 0));
  }
}
