package dev.aiaudit.model;

/** Whether an inbound request is answered only after the call answers. */
public enum Coupling implements Named {
  /** Some inbound request gets its answer only after this call answers. */
  WAITS,
  /** Only reached from queues, timers, fire-and-forget, startup or main. */
  DETACHED,
  /** No entry point was found. */
  UNREACHED,
  /** The tool could not tell. */
  UNKNOWN
}
