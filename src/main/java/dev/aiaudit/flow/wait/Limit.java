package dev.aiaudit.flow.wait;

import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Location;
import java.time.Duration;
import java.util.Optional;

/**
 * What ends one attempt of a request.
 *
 * @param kind whether there is a time limit
 * @param length the limit, when there is one
 * @param source whose limit it is, in words
 * @param evidence how it is known
 * @param at where it is set
 */
record Limit(Kind kind, Duration length, String source, Evidence evidence, Optional<Location> at) {

  /** Whether there is a time limit. */
  enum Kind {
    SET,
    NONE,
    UNKNOWN
  }

  static Limit none(String source) {
    return new Limit(Kind.NONE, Duration.ZERO, source, Evidence.ASSUMED, Optional.empty());
  }

  static Limit unknown(String source) {
    return new Limit(Kind.UNKNOWN, Duration.ZERO, source, Evidence.UNKNOWN, Optional.empty());
  }

  static Limit byDefault(Duration length, String source) {
    return of(length, source, Evidence.ASSUMED, Optional.empty());
  }

  /** A limit of zero is what most clients take for none. */
  static Limit of(Duration length, String source, Evidence evidence, Optional<Location> at) {
    return new Limit(length.isZero() ? Kind.NONE : Kind.SET, length, source, evidence, at);
  }

  boolean isSet() {
    return kind == Kind.SET;
  }
}
