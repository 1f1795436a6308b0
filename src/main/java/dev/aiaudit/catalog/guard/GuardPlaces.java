package dev.aiaudit.catalog.guard;

import java.util.OptionalInt;

/**
 * Positions of the arguments of a guarding call, counted from 0; negative ones from the end.
 *
 * @param guarded the code that is guarded
 * @param handler the value or code that answers for a failure
 * @param filter what limits the failures it acts on, when there are more arguments than the handler
 * @param excludes failures that it does not act on
 * @param duration a time limit or a pause
 * @param attempts a number of calls or retries
 * @param policy the guard or policy object that holds the settings
 */
public record GuardPlaces(
    OptionalInt guarded,
    OptionalInt handler,
    OptionalInt filter,
    OptionalInt excludes,
    OptionalInt duration,
    OptionalInt attempts,
    OptionalInt policy) {

  /** The position from the start in a call with so many arguments; empty when there is none. */
  public static OptionalInt at(OptionalInt place, int arguments) {
    if (place.isEmpty()) {
      return place;
    }
    int position = place.getAsInt() < 0 ? arguments + place.getAsInt() : place.getAsInt();
    return position >= 0 && position < arguments ? OptionalInt.of(position) : OptionalInt.empty();
  }
}
