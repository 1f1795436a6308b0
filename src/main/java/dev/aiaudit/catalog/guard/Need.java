package dev.aiaudit.catalog.guard;

import java.util.List;

/**
 * One thing that must be there for a guard to act: any entry of any of the lists.
 *
 * @param artifacts {@code group:artifact}
 * @param annotations qualified names, anywhere in the project
 * @param config {@code key=value} in a configuration file
 * @param beans qualified types of which a bean method makes an object
 * @param otherwise what happens without it
 */
public record Need(
    List<String> artifacts,
    List<String> annotations,
    List<String> config,
    List<String> beans,
    String otherwise) {

  /** Copies the lists. */
  public Need {
    artifacts = List.copyOf(artifacts);
    annotations = List.copyOf(annotations);
    config = List.copyOf(config);
    beans = List.copyOf(beans);
  }
}
