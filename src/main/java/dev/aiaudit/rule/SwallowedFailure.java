package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Operation;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Severity;
import java.util.Optional;

/** AIA002: the failure is dropped, and the caller cannot tell an outage from an empty answer. */
final class SwallowedFailure extends SiteRule {

  SwallowedFailure() {
    super(
        RuleInfo.on(
            "AIA002",
            "swallowed-failure",
            Severity.WARNING,
            "A provider failure looks like an empty answer to the caller"));
  }

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    if (!site.flagged() || site.handling() != Handling.SWALLOW) {
      return Optional.empty();
    }
    return Witness.of(site, inventory, path -> swallows(site, path, inventory))
        .map(
            witness ->
                findings.atSite(
                    site,
                    witness,
                    message(site, witness),
                    findings.remediation().forSwallow(site)));
  }

  /** A last leg that swallows is reached only while the first provider is down too. */
  private static boolean swallows(CallSite site, CallPath path, Inventory inventory) {
    return path.handling() == Handling.SWALLOW
        && !Checkup.is(inventory.entryPoint(path.entryPoint()), site)
        && !Witness.outcome(site, path, inventory).equals(Optional.of(Outcome.SURVIVES));
  }

  private static String message(CallSite site, Witness witness) {
    String where = witness.path().handledAt().map(place -> " at " + place).orElse("");
    return Clauses.entry(witness.entryPoint())
        + " waits for "
        + Clauses.provider(site)
        + ", and a failure is dropped"
        + where
        + (site.operation() == Operation.MODERATION
            ? ", so that in an outage nothing is checked and nobody can tell"
            : ", so an outage looks like an empty answer")
        + Clauses.affected(witness.affected());
  }
}
