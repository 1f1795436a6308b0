package dev.aiaudit.settings;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.model.EntryPick;
import dev.aiaudit.workspace.PathFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one entry of {@code ignore:}. */
final class IgnoreReader {
  private static final Set<String> SELECTORS = Set.of("rule", "path", "entry", "fingerprint");
  private static final Set<String> KEYS =
      Set.of("rule", "path", "entry", "fingerprint", "reason", "owner", "expires");
  private final KnownWords known;

  IgnoreReader(KnownWords known) {
    this.known = known;
  }

  IgnoreEntry read(DataNode node) {
    node.allowOnly(KEYS);
    if (SELECTORS.stream().noneMatch(key -> node.find(key).isPresent())) {
      throw node.fault("say what is ignored: rule, path, entry or fingerprint");
    }
    if (node.find("reason").isEmpty()) {
      throw node.fault("'reason' is missing: an ignore without a reason cannot be judged later");
    }
    return new IgnoreEntry(
        Values.location(node),
        node.items("rule").stream().map(this::rule).toList(),
        node.find("path").map(IgnoreReader::paths),
        node.find("entry").map(e -> new EntryPick(Optional.empty(), Optional.of(Values.words(e)))),
        node.find("fingerprint").map(IgnoreReader::fingerprint),
        Values.words(node.get("reason")),
        node.find("owner").map(Values::words),
        node.find("expires").map(Values::date));
  }

  private String rule(DataNode node) {
    return SettingsReader.rule(known, node.text())
        .orElseThrow(() -> node.fault(SettingsReader.noRule(known, node.text())));
  }

  private static PathFilter paths(DataNode node) {
    List<String> patterns = node.items().stream().map(Values::words).toList();
    if (patterns.stream().anyMatch(p -> p.startsWith("#"))) {
      throw node.fault("a pattern that starts with # matches nothing");
    }
    return PathFilter.of(patterns);
  }

  private static String fingerprint(DataNode node) {
    String text = node.text().strip();
    if (!text.matches("[0-9a-f]{24}")) {
      throw node.fault(
          "'" + text + "' is no fingerprint: 24 hex digits, as --format json shows them");
    }
    return text;
  }
}
