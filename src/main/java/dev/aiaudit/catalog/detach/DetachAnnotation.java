package dev.aiaudit.catalog.detach;

import dev.aiaudit.catalog.type.Interception;
import java.util.List;

/**
 * An annotation that moves its method to another thread.
 *
 * @param id unique, such as {@code spring.async}
 * @param annotations qualified names
 * @param moves false for marks that only pick a thread: the caller waits as before
 * @param interception how it comes to act
 * @param enablers annotations one of which the project must carry; empty: nothing is needed
 * @param enablerConfig texts in configuration files that enable it as well
 * @param otherwise what happens without an enabler
 * @param classToo it may stand on the class
 * @param returns types of a handle that the caller can wait for; with any other type nobody can
 */
public record DetachAnnotation(
    String id,
    List<String> annotations,
    boolean moves,
    Interception interception,
    List<String> enablers,
    List<String> enablerConfig,
    String otherwise,
    boolean classToo,
    List<String> returns) {

  /** Copies the lists. */
  public DetachAnnotation {
    annotations = List.copyOf(annotations);
    enablers = List.copyOf(enablers);
    enablerConfig = List.copyOf(enablerConfig);
    returns = List.copyOf(returns);
  }
}
