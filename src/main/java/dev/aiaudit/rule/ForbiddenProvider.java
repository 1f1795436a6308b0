package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** AIA019: a call to a provider that the settings do not allow. */
final class ForbiddenProvider extends SiteRule {
  private static final Set<String> UNNAMED = Set.of("configured", "unknown");

  ForbiddenProvider() {
    super(
        RuleInfo.on(
            "AIA019",
            "forbidden-provider",
            Severity.ERROR,
            "A provider is used that the settings do not allow"));
  }

  /** One that is not known to be forbidden is not reported. */
  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    List<String> allowed = inventory.policy().allowedProviders();
    if (allowed.isEmpty()) {
      return Optional.empty();
    }
    return Stream.concat(Stream.of(site.provider()), site.candidates().stream())
        .filter(provider -> !UNNAMED.contains(provider) && !allowed.contains(provider))
        .findFirst()
        .map(provider -> findings.atSite(site, message(provider, allowed), advice()));
  }

  private static String message(String provider, List<String> allowed) {
    return "This call needs "
        + provider
        + ", and the settings allow only "
        + String.join(", ", allowed);
  }

  private static String advice() {
    return "Move the call to an allowed provider, or have the list under providers: in"
        + " .ai-audit.yml extended by those who answer for it.";
  }
}
