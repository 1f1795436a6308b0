package dev.aiaudit.model;

/** How the caller gets the answer of a request. */
public enum Mode implements Named {
  /** The thread stands still until the answer is there. */
  BLOCKING,
  /** A future is returned. */
  FUTURE,
  /** A reactive type with one answer, sent on subscription. */
  REACTIVE,
  /** Several items: a stream, a Flux or a listener. */
  STREAM
}
