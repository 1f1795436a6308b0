package dev.aiaudit.triage;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Named;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells what is worse about a finding that was there before. */
final class Worsening {
  private static final Set<String> ABOUT_HANDLING = Set.of("AIA001", "AIA002", "AIA003");
  private static final Set<String> ABOUT_WAITING = Set.of("AIA006", "AIA007", "AIA008");

  private final Inventory now;
  private final Map<String, CallSite> oldSites;
  private final Map<String, CallSite> newSites;

  Worsening(Inventory before, Inventory now) {
    this.now = now;
    this.oldSites = sites(before);
    this.newSites = sites(now);
  }

  private static Map<String, CallSite> sites(Inventory inventory) {
    Map<String, CallSite> sites = new HashMap<>();
    inventory.callSites().forEach(site -> sites.put(site.id(), site));
    return sites;
  }

  /** What to add to the finding's message; empty when it is as bad as it was. */
  Optional<String> of(Finding before, Finding after) {
    return worse(before, after).map(how -> " (worse than before: " + how + ")");
  }

  private Optional<String> worse(Finding before, Finding after) {
    if (before.suppression().isPresent()) {
      return Optional.of("what ignored it is gone");
    }
    if (after.severity().compareTo(before.severity()) > 0) {
      return Optional.of(after.severity().word() + " instead of " + before.severity().word());
    }
    Optional<CallSite> old = before.callSite().map(oldSites::get);
    Optional<CallSite> site = after.callSite().map(newSites::get);
    if (old.isEmpty() || site.isEmpty()) {
      return Optional.empty();
    }
    if (ABOUT_HANDLING.contains(after.ruleId())) {
      return handled(old.get(), site.get());
    }
    return ABOUT_WAITING.contains(after.ruleId()) ? waits(old.get(), site.get()) : Optional.empty();
  }

  private Optional<String> handled(CallSite before, CallSite after) {
    if (after.handling().compareTo(before.handling()) < 0) {
      return Optional.of(
          "handling " + after.handling().word() + " instead of " + before.handling().word());
    }
    Set<String> entries = waiting(after);
    int more = entries.size() - waiting(before).size();
    entries.removeAll(waiting(before));
    if (more > 0 && !entries.isEmpty()) {
      return Optional.of("now also from " + name(entries.iterator().next()));
    }
    Set<GuardKind> lost = guards(before);
    lost.removeAll(guards(after));
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "without " + lost.stream().map(Named::word).collect(Collectors.joining(" and ")));
  }

  private String name(String entry) {
    return now.entryPoint(entry).flatMap(EntryPoint::route).orElse(entry);
  }

  private static Set<String> waiting(CallSite site) {
    return site.paths().stream()
        .filter(path -> path.waits() && path.handling().unhandled())
        .map(CallPath::entryPoint)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<GuardKind> guards(CallSite site) {
    return site.guards().stream()
        .filter(Guard::effective)
        .map(Guard::kind)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(GuardKind.class)));
  }

  private static Optional<String> waits(CallSite before, CallSite after) {
    if (after.waitsWithoutEnd() && !before.waitsWithoutEnd()) {
      return Optional.of("nothing ends the wait any more");
    }
    boolean longer =
        after.worstWait().isPresent()
            && before.worstWait().filter(b -> b.compareTo(after.worstWait().get()) < 0).isPresent();
    return longer ? Optional.of("the worst wait grew") : Optional.empty();
  }
}
