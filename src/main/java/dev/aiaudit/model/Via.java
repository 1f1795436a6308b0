package dev.aiaudit.model;

/** How a frame of a path reaches the next one. */
public enum Via implements Named {
  CALL,
  OVERRIDE,
  LAMBDA,
  METHOD_REFERENCE,
  PROXY,
  EVENT,
  INJECTED
}
