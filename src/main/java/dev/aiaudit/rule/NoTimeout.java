package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import dev.aiaudit.model.WaitTerm;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * AIA007: nothing ends the wait at any layer, or the only timeout is the SDK's default of minutes.
 * That no guard was found does not prove that there is none, so the rule speaks only where the
 * default itself is known.
 */
final class NoTimeout extends SiteRule {

  private static final Duration MINUTES = Duration.ofMinutes(2);

  NoTimeout() {
    super(
        RuleInfo.on(
            "AIA007",
            "no-timeout",
            Severity.WARNING,
            "No timeout, or only the SDK's default of minutes"));
  }

  private static boolean timeoutInConfig(Inventory inventory, CallSite site) {
    return inventory.configFacts().stream()
        .filter(fact -> fact.what() == FactKind.TIMEOUT && TimeoutKey.read(fact))
        .map(ConfigFact::provider)
        .anyMatch(provider -> provider.equals(site.provider()) || unnamed(provider));
  }

  private static boolean unnamed(String provider) {
    return provider.equals("configured") || provider.equals("unknown");
  }

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    if (timeoutInConfig(inventory, site)) {
      return Optional.empty();
    }
    if (site.waitsWithoutEnd()) {
      return Witness.of(site, inventory, path -> path.worstWait().isEmpty())
          .map(w -> findings.atSite(site, w, endless(site, w), advice()));
    }
    Optional<Duration> wait = onlyDefault(site);
    return wait.flatMap(w -> Witness.of(site, inventory, path -> true))
        .map(w -> findings.atSite(site, w, message(site, w, wait.get()), advice()));
  }

  private static String endless(CallSite site, Witness witness) {
    String why =
        site.waitTerms().stream()
            .filter(term -> term.duration().isEmpty())
            .map(WaitTerm::what)
            .findFirst()
            .orElseThrow();
    return Clauses.entry(witness.entryPoint())
        + " waits without end for "
        + Clauses.provider(site)
        + " when it does not answer ("
        + why
        + ")"
        + Clauses.affected(witness.affected());
  }

  /** The shortest of the site's timeouts when all are known defaults of minutes. */
  private static Optional<Duration> onlyDefault(CallSite site) {
    List<Guard> timeouts =
        site.guards().stream()
            .filter(guard -> guard.kind() == GuardKind.TIMEOUT && guard.effective())
            .toList();
    boolean allAssumed = timeouts.stream().allMatch(g -> g.evidence() == Evidence.ASSUMED);
    boolean allKnown = timeouts.stream().allMatch(g -> GuardValue.duration(g).isPresent());
    return allAssumed && allKnown
        ? timeouts.stream()
            .flatMap(guard -> GuardValue.duration(guard).stream())
            .min(Comparator.naturalOrder())
            .filter(shortest -> shortest.compareTo(MINUTES) >= 0)
        : Optional.empty();
  }

  private static String message(CallSite site, Witness witness, Duration wait) {
    return Clauses.entry(witness.entryPoint())
        + " waits for "
        + Clauses.provider(site)
        + " without a timeout of its own; the default of "
        + site.sdk()
        + " is "
        + Clauses.duration(wait)
        + " per attempt"
        + Clauses.affected(witness.affected());
  }

  private static String advice() {
    return "Set the timeout where the client is built (or on the request) to what the caller can"
        + " bear, and the number of retries with it.";
  }
}
