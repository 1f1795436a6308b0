package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * AIA013: one provider takes down every waiting entry point that uses AI. One finding for the whole
 * project.
 */
final class SingleProvider implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA013",
          "single-provider",
          Severity.NOTE,
          "One provider takes down every entry point that uses AI");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    Set<String> waitFor =
        inventory.callSites().stream()
            .filter(site -> !site.inTest())
            .flatMap(site -> site.paths().stream())
            .filter(CallPath::waits)
            .map(CallPath::entryPoint)
            .collect(Collectors.toSet());
    // Whose answer does not wait for the provider goes on without it.
    List<EntryPoint> waiting =
        inventory.entryPoints().stream()
            .filter(entry -> entry.waits() && waitFor.contains(entry.id()))
            .toList();
    Optional<String> provider = waiting.stream().findFirst().flatMap(SingleProvider::single);
    return provider
        .filter(p -> waiting.stream().allMatch(entry -> single(entry).equals(provider)))
        .map(p -> finding(p, waiting, new Findings(INFO, inventory)))
        .stream();
  }

  /**
   * The one provider whose failure alone makes this entry fail, when there is exactly one and it
   * has a name.
   */
  private static Optional<String> single(EntryPoint entry) {
    List<String> alone =
        entry.cutSets().stream().filter(set -> set.size() == 1).map(set -> set.get(0)).toList();
    return alone.size() == 1 && entry.cutSets().size() == 1
        ? Optional.of(alone.get(0)).filter(SingleProvider::named)
        : Optional.empty();
  }

  private static boolean named(String provider) {
    return !provider.equals("configured") && !provider.equals("unknown");
  }

  private static Finding finding(String provider, List<EntryPoint> waiting, Findings findings) {
    EntryPoint first = waiting.get(0);
    String message =
        waiting.size() == 1
            ? Clauses.entry(Optional.of(first)) + " fails whenever " + provider + " fails"
            : "All "
                + waiting.size()
                + " waiting entry points that use AI fail whenever "
                + provider
                + " fails";
    String advice =
        "Give the most important entry point an alternate from another provider first; one line of"
            + " configuration should be enough to move the others.";
    // No method in the fingerprint: which entry point comes first must not change it.
    Findings.Anchor anchor =
        new Findings.Anchor("", provider, 0, Optional.empty(), Optional.of(first.id()), List.of());
    return findings.at(first.location(), message, advice, anchor);
  }
}
