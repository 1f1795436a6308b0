package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.Optional;

/** AIA015: no metric, span or alert tells of the calls of a module. */
final class UnobservedDependency extends SiteRule {

  UnobservedDependency() {
    super(
        RuleInfo.on(
            "AIA015",
            "unobserved-dependency",
            Severity.NOTE,
            "No metric or span tells how the calls fare"));
  }

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    return inventory.circumstances(site, Circumstance.Kind.UNOBSERVED).stream()
        .findFirst()
        .flatMap(
            c ->
                Witness.of(site, inventory, path -> served(path, inventory))
                    .map(w -> findings.atSite(site, w, message(site, w), advice())));
  }

  /** Neither a window on a user's machine nor a health check is what metrics are for. */
  private static boolean served(CallPath path, Inventory inventory) {
    return inventory
        .entryPoint(path.entryPoint())
        .map(e -> !Checkup.isProbe(e) && (e.kind() != EntryKind.UI || e.route().isPresent()))
        .orElse(true);
  }

  private static String message(CallSite site, Witness witness) {
    return Clauses.entry(witness.entryPoint())
        + " waits for "
        + Clauses.provider(site)
        + ", and neither the build nor the code of this module has anything that counts, times or"
        + " traces calls: the first to notice an outage are the users";
  }

  private static String advice() {
    return "Count the calls by provider and outcome and time them (Micrometer, OpenTelemetry or what"
        + " your platform has), and alert on the share that fails.";
  }
}
