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
import java.util.stream.Stream;

/** AIA001: somebody waits for the call, and its failure becomes the caller's failure. */
final class UnguardedCriticalCall implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA001",
          "unguarded-critical-call",
          Severity.ERROR,
          "A request waits for an AI provider and fails with it");

  private static final Set<Handling> FAILS =
      EnumSet.of(Handling.NONE, Handling.RETHROW, Handling.ERROR_RESPONSE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    Findings findings = new Findings(INFO, inventory);
    return inventory.callSites().stream()
        .filter(site -> !site.inTest())
        .flatMap(site -> finding(site, inventory, findings).stream());
  }

  private static Optional<Finding> finding(CallSite site, Inventory inventory, Findings findings) {
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
        && Witness.outcome(site, path, inventory)
            .map(outcome -> outcome == Outcome.FAILS || outcome == Outcome.UNKNOWN)
            .orElse(true);
  }

  private static String message(CallSite site, Witness witness) {
    return Wording.entry(witness.entryPoint())
        + " waits for "
        + Wording.provider(site)
        + ", and "
        + Wording.handling(witness.path().handling())
        + Wording.affected(witness.affected());
  }
}
