package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.RoutePart;
import dev.aiaudit.catalog.entrypoint.RouteSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes when a scheduled method runs: a cron expression, {@code every 5 s}, {@code after 1 min}.
 */
final class Schedule {

  private Schedule() {}

  /** The schedule that an annotation sets, as far as it is written there. */
  static Optional<String> of(RouteSpec spec, Mark mark, Constants constants) {
    List<String> calendar = new ArrayList<>();
    for (RoutePart part : spec.parts()) {
      for (String member : part.members()) {
        Optional<String> value = text(mark, member, constants);
        if (value.isEmpty()) {
          continue;
        }
        Optional<String> written = written(member, value.get(), mark, constants);
        if (written.isPresent()) {
          return written;
        }
        calendar.add(member + "=" + value.get());
      }
    }
    return calendar.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", calendar));
  }

  private static Optional<String> written(
      String member, String value, Mark mark, Constants constants) {
    String name = member.toLowerCase(Locale.ROOT);
    if (name.equals("cron") || name.equals("id") || name.equals("name")) {
      return Optional.of(value);
    }
    String unit = text(mark, "timeUnit", constants).orElse("MILLISECONDS");
    if (name.startsWith("initialdelay")) {
      return Optional.of("once after " + Durations.period(value, unit));
    }
    boolean period =
        name.startsWith("fixed")
            || name.equals("every")
            || name.equals("interval")
            || name.equals("delayed");
    return period ? Optional.of("every " + Durations.period(value, unit)) : Optional.empty();
  }

  private static Optional<String> text(Mark mark, String member, Constants constants) {
    return mark.member(member)
        .flatMap(value -> constants.text(value.expr(), value.at()))
        .filter(text -> !text.isEmpty());
  }
}
