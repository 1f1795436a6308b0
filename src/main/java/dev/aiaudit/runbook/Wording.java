package dev.aiaudit.runbook;

import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.render.Outage;
import dev.aiaudit.render.Phrases;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the report says, in words that can be read at night. */
final class Wording {
  private static final Pattern ISO = Pattern.compile("\\bP(?:T[0-9HMS.]{2,20}|[0-9]{1,6}D)");
  private static final String DEFAULT = "sdk-default";

  /** Where a clause of the report says the place once more, which a page links. */
  private static final Pattern CALL_AT = Pattern.compile(" \\(call at [^()]{1,500}\\)$");

  private Wording() {}

  /** Whether a guard is there because nobody has set anything else. */
  static boolean isDefault(Guard guard) {
    return guard.by().equals(DEFAULT);
  }

  /** {@code timeout 1 min (spring)} instead of {@code timeout PT1M (spring)}. */
  static String guard(Guard guard) {
    String phrase = Phrases.guard(guard);
    String named = isDefault(guard) ? phrase.replace(" (" + DEFAULT + ")", "") : phrase;
    return ISO.matcher(named).replaceAll(Wording::words);
  }

  private static String words(MatchResult found) {
    try {
      return Phrases.duration(Duration.parse(found.group()));
    } catch (DateTimeParseException other) {
      return Matcher.quoteReplacement(found.group());
    }
  }

  /** A clause of the report without the place of the call. */
  static String withoutPlace(String clause) {
    return CALL_AT.matcher(clause).replaceFirst("");
  }

  /** {@code 2 fail, 1 degrades}; empty text when there is no entry point. */
  static String outcomes(Outage outage) {
    List<String> counts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      int number = outage.with(outcome).size();
      if (number > 0) {
        counts.add(number + " " + outcome(outcome, number));
      }
    }
    return String.join(", ", counts);
  }

  /** The verb for one or for many. */
  static String outcome(Outcome outcome, int number) {
    return switch (outcome) {
      case FAILS -> number == 1 ? "fails" : "fail";
      case DEGRADES -> number == 1 ? "degrades" : "degrade";
      case SURVIVES -> number == 1 ? "survives" : "survive";
      case UNKNOWN -> "unknown";
    };
  }

  /** {@code a, b and c}. */
  static String and(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
