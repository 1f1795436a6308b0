package dev.aiaudit.catalog.guard;

import java.util.List;

/**
 * An exception that takes the place of the original one, which becomes its cause or is lost.
 *
 * @param id unique, such as {@code future.get}
 * @param types the receiver, or for static methods the declaring type, is one of these or below
 * @param methods method names; a star stands for all
 * @param annotations guards that throw it
 * @param exception the qualified type that is thrown
 * @param when in which case
 */
public record Wrapper(
    String id,
    List<String> types,
    List<String> methods,
    List<String> annotations,
    String exception,
    When when) {

  /** In which case the exception is thrown. */
  public enum When {
    /** At every failure. */
    ALWAYS,
    /** When the original exception is a checked one. */
    CHECKED,
    /** When the original exception is an unchecked one. */
    UNCHECKED,
    /** When the time is up. */
    TIMEOUT,
    /** When all attempts are used. */
    EXHAUSTED,
    /** When a breaker is open or a rule blocks. */
    OPEN,
    /** When no more calls are let in. */
    FULL,
    /** When there is no fallback, or none that fits. */
    NO_RECOVERY
  }

  /** Copies the lists. */
  public Wrapper {
    types = List.copyOf(types);
    methods = List.copyOf(methods);
    annotations = List.copyOf(annotations);
  }
}
