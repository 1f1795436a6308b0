package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.Optional;

/** AIA009: a fallback that no test reaches with a provider that fails. */
final class UntestedFallback extends SiteRule {

  UntestedFallback() {
    super(
        RuleInfo.on(
            "AIA009",
            "untested-fallback",
            Severity.WARNING,
            "No test reaches the fallback with a failing provider"));
  }

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    return inventory.circumstances(site, Circumstance.Kind.UNTESTED).stream()
        .findFirst()
        .flatMap(
            c ->
                Witness.of(site, inventory, path -> answers(path, site, inventory))
                    .map(w -> findings.atSite(site, w, message(site, w, c), advice())));
  }

  /** What a connection test says when the provider is down is no fallback. */
  private static boolean answers(CallPath path, CallSite site, Inventory inventory) {
    return !Checkup.is(inventory.entryPoint(path.entryPoint()), site);
  }

  private static String message(CallSite site, Witness witness, Circumstance none) {
    String where = site.handledAt().map(place -> " at " + place).orElse("");
    return Clauses.entry(witness.entryPoint())
        + " has an answer for an outage of "
        + Clauses.provider(site)
        + where
        + ", but "
        + none.detail();
  }

  private static String advice() {
    return "Write a test in which the client throws what the provider's SDK throws, or in which a stub"
        + " server answers 500 or not at all, and check the answer that the caller gets.";
  }
}
