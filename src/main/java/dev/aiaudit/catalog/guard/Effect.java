package dev.aiaudit.catalog.guard;

/** What a call does about a failure of what it guards. */
public enum Effect {
  /** A given value takes the place of the failure. */
  RECOVER_VALUE,
  /** What the handler answers takes the place of the failure. */
  RECOVER_WITH,
  /** The handler gets value and failure; whether it recovers is decided inside. */
  RECOVER_BOTH,
  /** Null, empty or nothing takes the place of the failure. */
  RECOVER_EMPTY,
  /** Another exception takes the place of the failure. */
  MAP_ERROR,
  /** The failure is looked at and goes on. */
  SIDE_EFFECT,
  /** The failure is thrown, where a value was asked for. */
  RETHROW,
  RETRY,
  TIMEOUT,
  /** At a timeout, and only then, the handler or value answers. */
  TIMEOUT_WITH_FALLBACK,
  CIRCUIT_BREAKER,
  BULKHEAD,
  RATE_LIMITER,
  /** Answers from earlier results, else runs the guarded code. */
  CACHE,
  /** Reads an earlier result. */
  CACHE_READ,
  /** Acts when there is no value; a failure passes. */
  EMPTY_FALLBACK,
  /** The first of several that answers counts. */
  HEDGE,
  /** Asks whether a feature is on. */
  KILL_SWITCH,
  /** Begins a chain of guards. */
  START,
  /** Runs the guarded code under the guards of its receiver's chain. */
  RUN,
  /** Sets a number, duration or filter of the guard under construction. */
  POLICY
}
