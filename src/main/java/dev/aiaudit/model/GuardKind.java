package dev.aiaudit.model;

/** What a guard is. */
public enum GuardKind implements Named {
  FALLBACK,
  TIMEOUT,
  RETRY,
  CIRCUIT_BREAKER,
  BULKHEAD,
  RATE_LIMITER,
  CACHE,
  QUEUE,
  HEDGE,
  KILL_SWITCH
}
