package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.Optional;

/** AIA003: there is a fallback, but it needs the provider that is down. */
final class SameProviderFallback extends SiteRule {

  SameProviderFallback() {
    super(
        RuleInfo.on(
            "AIA003",
            "same-provider-fallback",
            Severity.ERROR,
            "The fallback needs the provider that is down"));
  }

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    return Witness.of(site, inventory, path -> path.handling() == Handling.ALTERNATE_SAME_PROVIDER)
        .map(
            witness ->
                findings.atSite(
                    site,
                    witness,
                    message(site, witness),
                    findings.remediation().forSameProvider(site)));
  }

  private static String message(CallSite site, Witness witness) {
    String where = witness.path().handledAt().map(place -> " at " + place).orElse("");
    return Clauses.entry(witness.entryPoint())
        + " has a fallback"
        + where
        + ", but it needs "
        + Clauses.provider(site)
        + " too, so both fail together"
        + Clauses.affected(witness.affected());
  }
}
