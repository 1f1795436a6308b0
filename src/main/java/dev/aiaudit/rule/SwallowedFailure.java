package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** AIA002: the failure is dropped, and the caller cannot tell an outage from an empty answer. */
final class SwallowedFailure implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA002",
          "swallowed-failure",
          Severity.WARNING,
          "A provider failure looks like an empty answer to the caller");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    Findings findings = new Findings(INFO, inventory);
    return inventory.callSites().stream()
        .filter(site -> site.flagged() && site.handling() == Handling.SWALLOW)
        .flatMap(site -> finding(site, inventory, findings).stream());
  }

  private static Optional<Finding> finding(CallSite site, Inventory inventory, Findings findings) {
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
        && !Witness.outcome(site, path, inventory).equals(Optional.of(Outcome.SURVIVES));
  }

  private static String message(CallSite site, Witness witness) {
    String where = witness.path().handledAt().map(place -> " at " + place).orElse("");
    return Wording.entry(witness.entryPoint())
        + " waits for "
        + Wording.provider(site)
        + ", and a failure is dropped"
        + where
        + ", so an outage looks like an empty answer"
        + Wording.affected(witness.affected());
  }
}
