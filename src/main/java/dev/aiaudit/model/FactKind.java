package dev.aiaudit.model;

/** What a fact found in build, configuration or infrastructure files is about. */
public enum FactKind implements Named {
  DEPENDENCY,
  API_KEY_REF,
  BASE_URL,
  MODEL,
  TIMEOUT,
  RETRY,
  CIRCUIT_BREAKER,
  FALLBACK,
  GATEWAY,
  WORKFLOW,
  CONTAINER,
  INFRASTRUCTURE,
  TOOLING,
  OTHER
}
