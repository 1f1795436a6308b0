package dev.aiaudit.configsource;

/**
 * What a step of a pipeline needs from a provider.
 *
 * @param provider provider id, {@code multiple} for several
 * @param line where the step says so
 * @param use what for
 * @param detail the action, command or address
 */
record StepNeed(String provider, int line, Use use, String detail) {

  /** What a step uses a model for. */
  enum Use {
    /** Reviews, answers, labels, notes. */
    COMMENTS,
    /** Tests, builds or checks. */
    WORK,
    /** Only looks whether the provider's address answers. */
    PROBE
  }
}
