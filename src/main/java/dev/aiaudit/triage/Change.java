package dev.aiaudit.triage;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Named;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Suppression;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a change brought: of the findings of the new tree only those count that the old one did not
 * have, or had in a milder form.
 *
 * @param report the new tree's, in which what was there before does not count
 * @param gone findings of the old tree that are there no more
 */
public record Change(Report report, List<FindingKey> gone) {
  private static final Set<String> ABOUT_HANDLING = Set.of("AIA001", "AIA002", "AIA003");
  private static final Set<String> ABOUT_WAITING = Set.of("AIA006", "AIA007", "AIA008");

  /** Copies the list. */
  public Change {
    gone = List.copyOf(gone);
  }

  /**
   * Compares two trees that were analysed under the same settings.
   *
   * @param base what the old tree is called
   * @param stillThere whether a file of the old tree is in the new one
   */
  public static Change of(Report before, Report now, String base, Predicate<String> stillThere) {
    Counterparts parts =
        Counterparts.of(
            FindingKey.of(before.findings(), before.inventory()),
            FindingKey.of(now.findings(), now.inventory()),
            stillThere);
    Suppression known =
        new Suppression(Suppression.Kind.BASELINE, "the same at " + base, Optional.empty());
    Map<String, CallSite> oldSites = sites(before.inventory());
    Map<String, CallSite> newSites = sites(now.inventory());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < now.findings().size(); i++) {
      Finding finding = now.findings().get(i);
      OptionalInt old = parts.before(i);
      if (old.isEmpty() || finding.suppression().isPresent()) {
        findings.add(finding);
        continue;
      }
      Finding earlier = before.findings().get(old.getAsInt());
      Optional<String> worse =
          worse(
              earlier,
              earlier.callSite().map(oldSites::get),
              finding,
              finding.callSite().map(newSites::get));
      findings.add(
          worse
              .map(
                  how ->
                      finding.withMessage(
                          finding.message() + " (worse than at " + base + ": " + how + ")"))
              .orElseGet(() -> finding.suppressedBy(known)));
    }
    return new Change(now.withFindings(findings), parts.gone());
  }

  private static Map<String, CallSite> sites(Inventory inventory) {
    Map<String, CallSite> sites = new HashMap<>();
    inventory.callSites().forEach(site -> sites.put(site.id(), site));
    return sites;
  }

  private static Optional<String> worse(
      Finding before, Optional<CallSite> oldSite, Finding now, Optional<CallSite> newSite) {
    if (now.severity().compareTo(before.severity()) > 0) {
      return Optional.of(now.severity().word() + " instead of " + before.severity().word());
    }
    if (oldSite.isEmpty() || newSite.isEmpty()) {
      return Optional.empty();
    }
    if (ABOUT_HANDLING.contains(now.ruleId())) {
      return handledWorse(oldSite.get(), newSite.get());
    }
    return ABOUT_WAITING.contains(now.ruleId())
        ? waitsLonger(oldSite.get(), newSite.get())
        : Optional.empty();
  }

  private static Optional<String> handledWorse(CallSite before, CallSite now) {
    if (now.handling().compareTo(before.handling()) < 0) {
      return Optional.of(
          "handling " + now.handling().word() + " instead of " + before.handling().word());
    }
    Set<String> entries = new HashSet<>(waiting(now));
    entries.removeAll(waiting(before));
    if (waiting(now).size() > waiting(before).size() && !entries.isEmpty()) {
      return Optional.of("now also from " + entries.stream().sorted().findFirst().orElseThrow());
    }
    Set<GuardKind> lost = guards(before);
    lost.removeAll(guards(now));
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "without " + lost.stream().map(Named::word).collect(Collectors.joining(" and ")));
  }

  private static Set<String> waiting(CallSite site) {
    return site.paths().stream()
        .filter(path -> path.waits() && path.handling().unhandled())
        .map(CallPath::entryPoint)
        .collect(Collectors.toSet());
  }

  private static Set<GuardKind> guards(CallSite site) {
    return site.guards().stream()
        .filter(Guard::effective)
        .map(Guard::kind)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(GuardKind.class)));
  }

  private static Optional<String> waitsLonger(CallSite before, CallSite now) {
    if (now.waitsWithoutEnd() && !before.waitsWithoutEnd()) {
      return Optional.of("nothing ends the wait any more");
    }
    boolean longer =
        now.worstWait().isPresent()
            && before.worstWait().filter(b -> b.compareTo(now.worstWait().get()) < 0).isPresent();
    return longer ? Optional.of("the worst wait grew") : Optional.empty();
  }
}
