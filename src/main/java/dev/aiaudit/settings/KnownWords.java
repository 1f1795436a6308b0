package dev.aiaudit.settings;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Words of other packages that a settings file may use.
 *
 * @param rules names and ids of the rules in lower case, each with the id
 * @param providers ids of the known providers; asked for only when a file names one
 */
public record KnownWords(Map<String, String> rules, Supplier<Set<String>> providers) {

  /** Copies the map. */
  public KnownWords {
    rules = Map.copyOf(rules);
  }
}
