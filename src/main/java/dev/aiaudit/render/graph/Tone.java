package dev.aiaudit.render.graph;

import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Named;
import dev.aiaudit.model.Outcome;
import java.util.Collection;

/** How bad a node or an edge is, from worst to best; the colour never is the only sign of it. */
public enum Tone implements Named {
  FAILS,
  UNKNOWN,
  DEGRADES,
  SURVIVES,
  NEUTRAL;

  static Tone of(Outcome outcome) {
    return switch (outcome) {
      case FAILS -> FAILS;
      case DEGRADES -> DEGRADES;
      case SURVIVES -> SURVIVES;
      case UNKNOWN -> UNKNOWN;
    };
  }

  static Tone of(Handling handling) {
    return switch (handling) {
      case NONE, RETHROW, ERROR_RESPONSE, ALTERNATE_SAME_PROVIDER -> FAILS;
      case SWALLOW, STATIC, CACHE -> DEGRADES;
      case ALTERNATE_OTHER_PROVIDER -> SURVIVES;
      case UNKNOWN -> UNKNOWN;
    };
  }

  static Tone worst(Collection<Outcome> outcomes) {
    return outcomes.stream().map(Tone::of).min(Tone::compareTo).orElse(NEUTRAL);
  }

  Tone worse(Tone other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
