package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** AIA009: a fallback that no test reaches with a provider that fails. */
final class UntestedFallback implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA009",
          "untested-fallback",
          Severity.WARNING,
          "No test reaches the fallback with a failing provider");

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
    return inventory.circumstances(site, Circumstance.Kind.UNTESTED).stream()
        .findFirst()
        .flatMap(
            c ->
                Witness.of(site, inventory, path -> true)
                    .map(w -> findings.atSite(site, w, message(site, w, c), advice())));
  }

  private static String message(CallSite site, Witness witness, Circumstance none) {
    String where = site.handledAt().map(place -> " at " + place).orElse("");
    return Wording.entry(witness.entryPoint())
        + " has an answer for an outage of "
        + Wording.provider(site)
        + where
        + ", but "
        + none.detail();
  }

  private static String advice() {
    return "Write a test in which the client throws what the provider's SDK throws, or in which a stub"
        + " server answers 500 or not at all, and check the answer that the caller gets.";
  }
}
