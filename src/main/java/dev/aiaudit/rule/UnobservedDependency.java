package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** AIA015: no metric, span or alert tells of the calls of a module. */
final class UnobservedDependency implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA015",
          "unobserved-dependency",
          Severity.NOTE,
          "No metric or span tells how the calls fare");

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
    return inventory.circumstances(site, Circumstance.Kind.UNOBSERVED).stream()
        .findFirst()
        .flatMap(
            c ->
                Witness.of(site, inventory, path -> true)
                    .map(w -> findings.atSite(site, w, message(site, w), advice())));
  }

  private static String message(CallSite site, Witness witness) {
    return Wording.entry(witness.entryPoint())
        + " waits for "
        + Wording.provider(site)
        + ", and neither the build nor the code of this module has anything that counts, times or"
        + " traces calls: the first to notice an outage are the users";
  }

  private static String advice() {
    return "Count the calls by provider and outcome and time them (Micrometer, OpenTelemetry or what"
        + " your platform has), and alert on the share that fails.";
  }
}
