package dev.aiaudit.catalog.entrypoint;

/** Which of the methods that match by name are entries. */
public enum Reach {
  /** All of them. */
  ALL,
  /** Those that carry {@code @Override}. */
  OVERRIDES,
  /** Those that carry {@code @Override} and that no supertype among the sources declares. */
  UNSEEN_OVERRIDES,
  /** Those that an interface of the class declares; all public ones when it has none. */
  INTERFACE
}
