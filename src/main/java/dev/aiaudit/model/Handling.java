package dev.aiaudit.model;

/**
 * What the entry's caller gets when the call throws or times out. The order of the constants is
 * from worst to best, so that the class of a site is the smallest one over its paths.
 */
public enum Handling implements Named {
  /** Nothing catches it. */
  NONE,
  /** Caught and thrown again, wrapped or not. */
  RETHROW,
  /** Turned into an HTTP error, an error payload or an apology. */
  ERROR_RESPONSE,
  /** Logged; the caller gets null, empty or false. */
  SWALLOW,
  /** The tool could not tell. */
  UNKNOWN,
  /** A useful answer without AI. */
  STATIC,
  /** An earlier answer. */
  CACHE,
  /** Another model of the provider that is down. */
  ALTERNATE_SAME_PROVIDER,
  /** Another provider answers. */
  ALTERNATE_OTHER_PROVIDER;

  /**
   * Whether a waiting path with this handling has no fallback: none, rethrow, error-response or
   * swallow.
   */
  public boolean unhandled() {
    return compareTo(SWALLOW) <= 0;
  }

  /** The worse of the two. */
  public Handling worse(Handling other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
