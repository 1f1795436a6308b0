package dev.aiaudit.settings;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.data.YamlForm;
import dev.aiaudit.model.Closest;
import dev.aiaudit.model.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads settings, strictly. */
public final class SettingsReader {
  private static final Set<String> KEYS =
      Set.of(
          "severities",
          "budgets",
          "require",
          "providers",
          "dependencies",
          "targets",
          "costs",
          "catalog",
          "entry-points",
          "exclude",
          "ignore");

  private final KnownWords known;

  /** A reader of files that may use these words. */
  public SettingsReader(KnownWords known) {
    this.known = known;
  }

  /**
   * Reads a settings file.
   *
   * @param name the file for messages, relative to the scanned root
   * @param yaml its text
   * @throws dev.aiaudit.catalog.data.DataException when anything in it is not understood; the
   *     message starts with file, line and column
   */
  public Settings read(String name, String yaml) {
    DataNode root = YamlForm.read(name, yaml);
    if (!root.isMap()) {
      throw root.fault("expected keys such as severities: or ignore:, found a list or a text");
    }
    root.allowOnly(KEYS);
    List<DataNode> catalog = root.items("catalog");
    PolicyReader policy = new PolicyReader(providers(catalog));
    return new Settings(
        severities(root.entries("severities")),
        new Policy(
            root.find("budgets").flatMap(PolicyReader::maxWorstWait),
            root.find("budgets").map(PolicyReader::budgets).orElse(List.of()),
            root.items("require").stream().map(PolicyReader::demand).toList(),
            root.find("providers").map(policy::allowed).orElse(List.of()),
            policy.dependencies(root.items("dependencies")),
            root.find("targets").map(PolicyReader::targets).orElse(Policy.NONE.targets()),
            root.find("costs").map(PolicyReader::costs).orElse(Policy.NONE.costs())),
        catalog,
        EntryPointReader.read(root.items("entry-points")),
        root.items("exclude").stream().map(Values::words).toList(),
        root.items("ignore").stream().map(new IgnoreReader(known)::read).toList());
  }

  /** The built-in ones, and those that the user's own catalogue entries bring. */
  private ProviderWords providers(List<DataNode> catalog) {
    Set<String> own = new TreeSet<>();
    for (DataNode entry : catalog) {
      if (!entry.isMap()) {
        throw entry.fault("expected a catalogue entry with id, provider and types");
      }
      entry.findText("provider").ifPresent(own::add);
    }
    return new ProviderWords(known.providers(), own);
  }

  private SortedMap<String, RuleChoice> severities(Map<String, DataNode> entries) {
    SortedMap<String, RuleChoice> choices = new TreeMap<>();
    Map<String, String> writtenAs = new LinkedHashMap<>();
    entries.forEach(
        (name, node) -> {
          String id = rule(known, name).orElseThrow(() -> node.keyFault(noRule(known, name)));
          String before = writtenAs.putIfAbsent(id, name);
          if (before != null) {
            throw node.keyFault("the same rule as '" + before + "' above");
          }
          choices.put(id, Values.constant(node, RuleChoice.values()));
        });
    return choices;
  }

  static Optional<String> rule(KnownWords known, String name) {
    return Optional.ofNullable(known.rules().get(name.strip().toLowerCase(Locale.ROOT)));
  }

  static String noRule(KnownWords known, String name) {
    return "no such rule: '"
        + name
        + "'"
        + Closest.question(name.strip().toLowerCase(Locale.ROOT), known.rules().keySet())
        + "; 'ai-audit rules' lists them";
  }
}
