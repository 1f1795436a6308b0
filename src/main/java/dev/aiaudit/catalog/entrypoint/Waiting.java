package dev.aiaudit.catalog.entrypoint;

import java.util.List;
import java.util.Map;

/**
 * Whether somebody waits for the answer of an entry point, and what changes that.
 *
 * @param byDefault what holds when nothing below applies
 * @param byParameter fully qualified parameter type or parameter annotation to what holds with it
 * @param yesWith method annotations with which somebody waits, such as {@code @SendTo}
 * @param repliesByReturn a value that the method returns is sent to whoever asked
 */
public record Waiting(
    Waits byDefault,
    Map<String, Waits> byParameter,
    List<String> yesWith,
    boolean repliesByReturn) {

  /** Who waits. */
  public enum Waits {
    /** Somebody outside gets nothing until the method is done. */
    YES,
    /** Nobody waits. */
    NO,
    /** Whoever published the event or sent the message inside the process waits. */
    PUBLISHER
  }

  /** Copies the collections. */
  public Waiting {
    byParameter = Map.copyOf(byParameter);
    yesWith = List.copyOf(yesWith);
  }
}
