package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule that judges one call site of the main code after another. */
abstract class SiteRule implements Rule {
  private final RuleInfo info;

  /** A rule of that id, name and severity. */
  SiteRule(RuleInfo info) {
    this.info = info;
  }

  @Override
  public final RuleInfo info() {
    return info;
  }

  @Override
  public final Stream<Finding> check(Inventory inventory) {
    Findings findings = new Findings(info, inventory);
    return inventory.callSites().stream()
        .filter(site -> !site.inTest())
        .flatMap(site -> judge(site, inventory, findings).stream());
  }

  /** What the rule has to say about a site; one finding, whatever the number of its paths. */
  abstract Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings);
}
