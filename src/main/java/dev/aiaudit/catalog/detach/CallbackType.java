package dev.aiaudit.catalog.detach;

import java.util.List;

/**
 * A type whose methods are called back with a result or a failure.
 *
 * @param id unique, such as {@code okhttp}
 * @param types qualified names
 * @param results methods that get the result, a piece of it, or its end
 * @param failures methods that get the failure
 */
public record CallbackType(
    String id, List<String> types, List<String> results, List<String> failures) {

  /** Copies the lists. */
  public CallbackType {
    types = List.copyOf(types);
    results = List.copyOf(results);
    failures = List.copyOf(failures);
  }
}
