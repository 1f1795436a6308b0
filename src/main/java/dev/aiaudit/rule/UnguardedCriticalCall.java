package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Severity;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** AIA001: somebody waits for the call, and its failure becomes the caller's failure. */
final class UnguardedCriticalCall extends SiteRule {

  private static final Set<Handling> FAILS =
      EnumSet.of(Handling.NONE, Handling.RETHROW, Handling.ERROR_RESPONSE);

  UnguardedCriticalCall() {
    super(
        RuleInfo.on(
            "AIA001",
            "unguarded-critical-call",
            Severity.ERROR,
            "A request waits for an AI provider and fails with it"));
  }

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    return Witness.of(site, inventory, path -> fails(site, path, inventory))
        .map(
            witness ->
                findings.atSite(
                    site,
                    witness,
                    message(site, witness),
                    findings.remediation().forFallback(site)));
  }

  /**
   * The last leg of a fallback chain has nothing behind it, but it is reached only while the first
   * provider is down too. The entry's outage outcome knows that, the path alone does not.
   */
  private static boolean fails(CallSite site, CallPath path, Inventory inventory) {
    return FAILS.contains(path.handling())
        && !Checkup.is(inventory.entryPoint(path.entryPoint()), site)
        && Witness.outcome(site, path, inventory)
            .map(outcome -> outcome == Outcome.FAILS || outcome == Outcome.UNKNOWN)
            .orElse(true);
  }

  private static String message(CallSite site, Witness witness) {
    return Clauses.entry(witness.entryPoint())
        + " waits for "
        + Clauses.provider(site)
        + ", and "
        + Clauses.handling(witness.path().handling())
        + Clauses.affected(witness.affected());
  }
}
