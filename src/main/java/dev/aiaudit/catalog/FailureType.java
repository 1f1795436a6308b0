package dev.aiaudit.catalog;

import dev.aiaudit.model.Named;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * An exception that an SDK throws.
 *
 * @param type full name
 * @param supertypes what it extends, nearest first, up to {@code java.lang.Throwable}
 * @param unchecked whether it is a RuntimeException or an Error
 * @param when the failures that raise it
 */
public record FailureType(String type, List<String> supertypes, boolean unchecked, Set<When> when) {
  /** Kinds of failure. */
  public enum When implements Named {
    /** Any failure of the request; also the root of a family. */
    ANY,
    /** Any error status. */
    STATUS,
    /** HTTP 5xx. */
    SERVER_ERROR,
    /** HTTP 529, 503 or a word like overloaded. */
    OVERLOADED,
    /** HTTP 429, throttling, quota. */
    RATE_LIMIT,
    /** No connection. */
    CONNECT,
    /** The answer did not come in time. */
    TIMEOUT,
    /** An error inside a stream that is already open. */
    STREAM,
    /** HTTP 4xx: the request is at fault. */
    REQUEST,
    /** Fails before anything is sent, or after the answer came. */
    LOCAL
  }

  private static final Set<When> OUTAGE =
      Set.of(
          When.ANY,
          When.STATUS,
          When.SERVER_ERROR,
          When.OVERLOADED,
          When.CONNECT,
          When.TIMEOUT,
          When.STREAM);

  /** Copies the collections. */
  public FailureType {
    supertypes = List.copyOf(supertypes);
    when = Set.copyOf(when);
  }

  /** Whether an outage (5xx, 529, refused connection, hang) can raise it. */
  public boolean outage() {
    return !Collections.disjoint(when, OUTAGE);
  }
}
