package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * AIA017: a provider is in use and the team's own list of providers does not name it. Silent as
 * long as there is no list.
 */
final class UndocumentedDependency implements Rule {

  private static final Set<String> NAMELESS = Set.of("configured", "unknown", "self-hosted");

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA017",
          "undocumented-dependency",
          Severity.WARNING,
          "A provider is in use that the declared list does not name");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    if (inventory.declaredProviders().isEmpty()) {
      return Stream.empty();
    }
    Set<String> declared = inventory.declaredProviders().get();
    Map<String, CallSite> first = new TreeMap<>();
    inventory.callSites().stream()
        .filter(site -> !site.inTest() && !NAMELESS.contains(site.provider()))
        .filter(site -> !declared.contains(site.provider()))
        .forEach(site -> first.putIfAbsent(site.provider(), site));
    Findings findings = new Findings(INFO, inventory);
    return first.entrySet().stream().map(e -> finding(e.getKey(), e.getValue(), findings));
  }

  private static Finding finding(String provider, CallSite site, Findings findings) {
    String message = provider + " is called here and is not in the list of declared providers";
    String advice =
        "Add " + provider + " to the declared providers and give it a runbook, or remove the call.";
    // No method in the fingerprint: which call comes first must not change it.
    Findings.Anchor anchor =
        new Findings.Anchor("", provider, 0, Optional.of(site.id()), Optional.empty(), List.of());
    return findings.at(site.location(), message, advice, anchor);
  }
}
