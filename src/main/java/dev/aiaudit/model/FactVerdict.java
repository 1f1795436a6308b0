package dev.aiaudit.model;

/** What a configuration fact is worth while its provider is down. */
public enum FactVerdict implements Named {
  /** A build, test, merge check or release that runs by itself fails, hangs or is skipped. */
  BLOCKS_DELIVERY,
  /** Only comments, labels or notes are lost, or the failure is contained. */
  DEGRADES,
  /** Runs only after a mention, a label, a comment or a click. */
  MANUAL,
  /** Another provider answers. */
  EFFECTIVE_CROSS_PROVIDER,
  /** What takes over needs the provider that is down. */
  SAME_PROVIDER,
  /** A fixed answer takes over. */
  STATIC,
  /** The value is read and applies by default. */
  EFFECTIVE,
  /** Read only with another profile, dependency, variable or switch. */
  INACTIVE,
  /** Nobody reads it, or it cannot work. */
  INEFFECTIVE,
  /** A dummy value. */
  PLACEHOLDER,
  /** A credential that stands in the file. */
  EXPOSED,
  /** Decided at run time. */
  CONFIGURED,
  /** Decided outside the scanned tree. */
  UNKNOWN,
  /** A plain fact, or no consequence. */
  NONE
}
