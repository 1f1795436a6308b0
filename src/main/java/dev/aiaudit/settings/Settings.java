package dev.aiaudit.settings;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.model.Policy;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a settings file says.
 *
 * @param severities rule id to what the team makes of the rule; others keep their own severity
 * @param policy what rules judge by and reports show
 * @param catalog catalogue entries of the user's own
 * @param entryPoints patterns of the user's own, in the form of the catalogue
 * @param excludes patterns in gitignore syntax, relative to the scanned root
 * @param ignores in the order of the file
 */
public record Settings(
    SortedMap<String, RuleChoice> severities,
    Policy policy,
    List<DataNode> catalog,
    List<DataNode> entryPoints,
    List<String> excludes,
    List<IgnoreEntry> ignores) {

  /** The settings of a tree without a settings file. */
  public static final Settings NONE =
      new Settings(new TreeMap<>(), Policy.NONE, List.of(), List.of(), List.of(), List.of());

  /** Copies the collections. */
  public Settings {
    severities = Collections.unmodifiableSortedMap(new TreeMap<>(severities));
    catalog = List.copyOf(catalog);
    entryPoints = List.copyOf(entryPoints);
    excludes = List.copyOf(excludes);
    ignores = List.copyOf(ignores);
  }
}
