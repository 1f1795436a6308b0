package dev.aiaudit.model;

/** How sure a fact is, and why. */
public enum Evidence implements Named {
  /** Written in code or configuration at the location. */
  DECLARED,
  /** Follows from declared facts through resolution. */
  DERIVED,
  /** A default of this version of the SDK or framework. */
  ASSUMED,
  /** The tool could not tell. */
  UNKNOWN
}
