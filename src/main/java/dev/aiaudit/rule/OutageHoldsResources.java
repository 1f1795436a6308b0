package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** AIA011: something that others need is held while the call waits. */
final class OutageHoldsResources extends SiteRule {

  OutageHoldsResources() {
    super(
        RuleInfo.on(
            "AIA011",
            "outage-holds-resources",
            Severity.WARNING,
            "A transaction or lock is held while the provider is waited for"));
  }

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    List<Circumstance> found = inventory.circumstances(site, Circumstance.Kind.HELD);
    return site.paths().stream()
        .filter(path -> of(path, found).isPresent())
        .min(
            Comparator.comparing((CallPath path) -> !path.waits())
                .thenComparing(path -> path.frames().size()))
        .map(path -> new Witness(path, inventory.entryPoint(path.entryPoint()), 1))
        .map(w -> findings.atSite(site, w, message(site, w, of(w.path(), found).get()), advice()));
  }

  private static Optional<Circumstance> of(CallPath path, List<Circumstance> found) {
    return found.stream()
        .filter(c -> c.entryPoint().filter(path.entryPoint()::equals).isPresent())
        .findFirst();
  }

  private static String message(CallSite site, Witness witness, Circumstance held) {
    return Clauses.entry(witness.entryPoint())
        + " holds "
        + held.detail()
        + " (from line "
        + held.location().startLine()
        + ") while it waits for "
        + Clauses.provider(site)
        + ": an outage keeps it from all others that need it";
  }

  private static String advice() {
    return "Make the call before the transaction or lock begins, or after it has ended, and hold it"
        + " only to read and to store the answer.";
  }
}
