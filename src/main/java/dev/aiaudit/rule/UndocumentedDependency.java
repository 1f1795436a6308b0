package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Policy;
import dev.aiaudit.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * AIA017: a provider is in use and the team's own list of providers does not name it, or the team
 * keeps runbooks and has none for it, or one that is out of date. Silent as long as there is
 * neither list nor runbook. A page that people write by themselves is never out of date.
 */
final class UndocumentedDependency implements Rule {

  private static final Set<String> NAMELESS = Set.of("configured", "unknown", "self-hosted");

  /** Where the runbook command writes unless told otherwise. */
  private static final String FOLDER = "runbooks/";

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA017",
          "undocumented-dependency",
          Severity.WARNING,
          "A provider is in use that is not declared or has no current runbook");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    Map<String, CallSite> first = new TreeMap<>();
    inventory.callSites().stream()
        .filter(site -> !site.inTest())
        .forEach(site -> first.putIfAbsent(site.provider(), site));
    Findings findings = new Findings(INFO, inventory);
    return first.entrySet().stream()
        .flatMap(
            e ->
                gap(e.getKey(), inventory).stream()
                    .map(gap -> finding(e.getKey(), e.getValue(), gap, findings)));
  }

  private record Gap(String message, String advice) {}

  private static Optional<Gap> gap(String provider, Inventory inventory) {
    // There is no name that a list could hold, but the runbook command writes a page.
    boolean nameless = NAMELESS.contains(provider);
    Optional<Set<String>> declared = inventory.declaredProviders();
    if (!nameless && declared.isPresent() && !declared.get().contains(provider)) {
      return Optional.of(
          new Gap(
              provider + " is called here and is not in the list of declared providers",
              "Add "
                  + provider
                  + " to the declared providers and give it a runbook, or remove the call."));
    }
    Optional<String> named =
        inventory.policy().declared(provider).flatMap(Policy.Declared::runbook);
    String page = named.orElse(FOLDER + provider + ".md").replaceFirst("^\\./", "");
    if (inventory.stalePages().contains(page)) {
      return Optional.of(stale(provider, page));
    }
    return nameless
        ? Optional.empty()
        : inventory.pages().flatMap(pages -> missing(provider, page, named.isPresent(), pages));
  }

  /** A page that the settings name counts wherever it is; others where the team keeps runbooks. */
  private static Optional<Gap> missing(
      String provider, String page, boolean named, Set<String> pages) {
    boolean elsewhere = page.contains("://");
    boolean kept = named || pages.stream().anyMatch(p -> p.startsWith(FOLDER));
    if (elsewhere || !kept || pages.contains(page)) {
      return Optional.empty();
    }
    return Optional.of(
        new Gap(
            provider + " is called here and its runbook " + page + " does not exist",
            "Write it with 'ai-audit runbook'; 'ai-audit runbook --check' in CI tells when it is"
                + " missing or stale."));
  }

  private static Gap stale(String provider, String page) {
    return new Gap(
        provider + " is called here and its runbook " + page + " no longer says what the code does",
        "Bring it up to date with 'ai-audit runbook'; what people wrote on it stays.");
  }

  private static Finding finding(String provider, CallSite site, Gap gap, Findings findings) {
    // No method in the fingerprint: which call comes first must not change it.
    Findings.Anchor anchor =
        new Findings.Anchor("", provider, 0, Optional.of(site.id()), Optional.empty(), List.of());
    return findings.at(site.location(), gap.message(), gap.advice(), anchor);
  }
}
