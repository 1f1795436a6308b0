package dev.aiaudit.runbook;

import dev.aiaudit.model.Guard;
import dev.aiaudit.render.Phrases;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Settings of guards in words that can be read at night. */
final class Wording {
  private static final Pattern ISO = Pattern.compile("\\bP(?:T[0-9HMS.]{2,20}|[0-9]{1,6}D)");

  private Wording() {}

  /** {@code timeout 1 min (spring)} instead of {@code timeout PT1M (spring)}. */
  static String guard(Guard guard) {
    return ISO.matcher(Phrases.guard(guard)).replaceAll(Wording::words);
  }

  private static String words(MatchResult found) {
    try {
      return Phrases.duration(Duration.parse(found.group()));
    } catch (java.time.format.DateTimeParseException other) {
      return java.util.regex.Matcher.quoteReplacement(found.group());
    }
  }
}
