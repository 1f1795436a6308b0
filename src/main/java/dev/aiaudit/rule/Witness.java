package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The path that proves a finding: of the waiting paths that the rule objects to, the worst; of
 * those, the shortest.
 *
 * @param path the path that is shown
 * @param entryPoint where it starts
 * @param affected how many entry points have such a path to the site
 */
record Witness(CallPath path, Optional<EntryPoint> entryPoint, int affected) {

  private static final Comparator<CallPath> WORST_THEN_SHORTEST =
      Comparator.comparing(CallPath::handling)
          .thenComparingInt(path -> path.frames().size())
          .thenComparing(CallPath::entryPoint);

  /** What the entry does while the provider is down; empty when that was not worked out. */
  static Optional<Outcome> outcome(CallSite site, CallPath path, Inventory inventory) {
    return inventory
        .entryPoint(path.entryPoint())
        .flatMap(entry -> Optional.ofNullable(entry.outage().get(site.provider())));
  }

  /**
   * The witness among the site's waiting paths that satisfy the condition; empty when none does.
   */
  static Optional<Witness> of(CallSite site, Inventory inventory, Predicate<CallPath> bad) {
    List<CallPath> paths = site.paths().stream().filter(CallPath::waits).filter(bad).toList();
    int affected = (int) paths.stream().map(CallPath::entryPoint).distinct().count();
    return paths.stream()
        .min(WORST_THEN_SHORTEST)
        .map(path -> new Witness(path, inventory.entryPoint(path.entryPoint()), affected));
  }
}
