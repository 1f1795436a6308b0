package dev.aiaudit.model;

import java.util.Comparator;
import java.util.List;

/** What an entry point does while every model of a provider fails. */
public enum Outcome implements Named {
  FAILS,
  DEGRADES,
  SURVIVES,
  UNKNOWN;

  /** All of them as a report lists them; what could not be told may be a failure. */
  public static final List<Outcome> WORST_FIRST = List.of(FAILS, UNKNOWN, DEGRADES, SURVIVES);

  /** Puts the worst one first. */
  public static final Comparator<Outcome> WORST_FIRST_ORDER =
      Comparator.comparing(WORST_FIRST::indexOf);
}
