package dev.aiaudit.model;

/** How a frame of a path reaches the next one. */
public enum Via implements Named {
  CALL,
  OVERRIDE,
  LAMBDA,
  METHOD_REFERENCE,
  PROXY,
  EVENT,
  INJECTED,
  /** A request over HTTP from a client interface of the same tree. */
  HTTP,
  /** An aspect runs the next frame before, after or around this one. */
  ADVICE
}
