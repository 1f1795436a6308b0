package dev.aiaudit.render;

import static dev.aiaudit.render.TextLines.safe;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.WaitTerm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says in words what happens when the call fails, how long it can take, and which guards do
 * nothing.
 */
final class TextWhy {
  private final TextLines lines;

  TextWhy(TextLines lines) {
    this.lines = lines;
  }

  void write(CallSite site) {
    lines.labelled("Provider", provider(site));
    lines.labelled("Why", handling(site));
    worstWait(site);
    for (Guard guard : site.guards()) {
      if (!guard.effective()) {
        lines.labelled(
            "Ineffective", guard(guard) + guard.reason().map(r -> ": " + safe(r)).orElse(""));
      } else if (lines.look().detail() == Detail.EVERYTHING) {
        lines.labelled("Guard", guard(guard));
      }
    }
  }

  private static String handling(CallSite site) {
    String where = where(site.handledAt());
    return switch (site.handling()) {
      case NONE -> "nothing on this path catches a failure of the call";
      case RETHROW -> "a failure is caught" + where + " and thrown again";
      case ERROR_RESPONSE -> "a failure becomes an error answer" + where;
      case SWALLOW -> "a failure is swallowed" + where + ": the caller gets null, empty or false";
      case UNKNOWN -> "what happens on a failure could not be told" + where;
      case STATIC -> "a failure is answered without AI" + where;
      case CACHE -> "a failure is answered from an earlier answer" + where;
      case ALTERNATE_SAME_PROVIDER ->
          "a failure leads to another model of the same provider" + where;
      case ALTERNATE_OTHER_PROVIDER -> "another provider answers" + where;
    };
  }

  private static String provider(CallSite site) {
    String model = site.model().map(m -> ", model " + safe(m)).orElse("");
    String candidates =
        site.candidates().isEmpty() ? "" : ": " + safe(String.join(" or ", site.candidates()));
    String how = site.mode().word() + " " + site.operation().word();
    return safe(site.provider())
        + " ("
        + site.providerEvidence().word()
        + candidates
        + ")"
        + model
        + "; "
        + how
        + " through "
        + safe(site.sdk());
  }

  private static String where(Optional<Location> place) {
    return place.map(location -> " at " + safe(location.toString())).orElse("");
  }

  /** The sum, and below it one line for each term. */
  private void worstWait(CallSite site) {
    List<String> sum = new ArrayList<>();
    if (site.waitsWithoutEnd()) {
      sum.add("without end: no layer has a timeout");
    } else if (site.worstWait().isPresent()) {
      sum.add(
          "up to " + duration(site.worstWait().get()) + " before a failure reaches any handler");
    }
    if (!sum.isEmpty()) {
      site.waitTerms().forEach(term -> sum.add("  " + term(term)));
      lines.items("Worst wait", sum);
    }
  }

  private static String term(WaitTerm term) {
    String length = term.duration().map(TextWhy::duration).orElse("no end");
    return length
        + ": "
        + safe(term.what())
        + " ("
        + term.evidence().word()
        + where(term.location())
        + ")";
  }

  private static String guard(Guard guard) {
    String value = guard.value().map(v -> " " + safe(v)).orElse("");
    return guard.kind().word()
        + value
        + " ("
        + safe(guard.by())
        + ") at "
        + safe(guard.location().toString());
  }

  /** {@code 1 h 30 min}, {@code 45 s}, {@code 250 ms}. */
  static String duration(Duration duration) {
    StringBuilder text = new StringBuilder();
    part(text, duration.toHours(), "h");
    part(text, duration.toMinutesPart(), "min");
    part(text, duration.toSecondsPart(), "s");
    if (duration.toHours() == 0 && duration.toMinutesPart() == 0) {
      part(text, duration.toMillisPart(), "ms");
    }
    return text.isEmpty() ? "0 s" : text.toString();
  }

  private static void part(StringBuilder text, long amount, String unit) {
    if (amount > 0) {
      text.append(text.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
    }
  }
}
