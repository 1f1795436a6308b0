package dev.aiaudit.model;

/** What an entry point does while every model of a provider fails. */
public enum Outcome implements Named {
  FAILS,
  DEGRADES,
  SURVIVES,
  UNKNOWN
}
