package dev.aiaudit.runbook;

import dev.aiaudit.model.Location;

/**
 * A line of the scanned tree that helps people on call, beyond what the report holds.
 *
 * @param kind what it is about
 * @param name a metric, a property or a pool as the tree writes it
 * @param value its setting, or empty text
 * @param location where it is written
 */
public record Clue(Kind kind, String name, String value, Location location) {
  /** What a clue is about. */
  public enum Kind {
    /** A counter by name. */
    COUNTER,
    /** A timer by name. */
    TIMER,
    /** A switch that turns beans or branches on and off. */
    SWITCH,
    /** A key of the settings that something reads, or the start of such keys. */
    READER,
    /** The size of a pool or a queue that waiting calls fill. */
    POOL,
    /** A build file names a library that exports metrics. */
    METRICS_LIBRARY,
    /** A message that a handler of failures logs as an error or a warning. */
    LOG_LINE,
    /** A class that writes to a log. */
    LOGGER,
    /** A test class. */
    TEST,
    /** A health check or an alert rule file. */
    ALERT
  }
}
