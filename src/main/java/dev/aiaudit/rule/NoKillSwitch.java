package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * AIA014: nothing in configuration turns a feature off or moves it elsewhere. Frameworks that read
 * their base URL from the environment can always be moved; a client that is built in code cannot,
 * unless a setting or a switch is read.
 */
final class NoKillSwitch implements Rule {

  /** SDKs whose starters take the base URL from settings. */
  private static final List<String> SETTING_DRIVEN =
      List.of("spring-ai", "quarkus", "langchain4j-spring", "micronaut");

  /** What the code itself says; a provider that is assumed may come from anywhere. */
  private static final Set<Evidence> BOUND_IN_CODE = Set.of(Evidence.DECLARED, Evidence.DERIVED);

  private static final Set<String> NAMELESS = Set.of("configured", "unknown");

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA014",
          "no-kill-switch",
          Severity.NOTE,
          "Nothing in configuration turns the feature off or moves it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    Map<String, CallSite> first = new TreeMap<>();
    inventory.callSites().stream()
        .filter(site -> !site.inTest() && site.coupling() == Coupling.WAITS)
        .filter(site -> !NAMELESS.contains(site.provider()) && served(site, inventory))
        .forEach(site -> first.putIfAbsent(site.provider(), site));
    Findings findings = new Findings(INFO, inventory);
    return first.entrySet().stream()
        .filter(e -> fixed(e.getKey(), inventory))
        .map(e -> finding(e.getKey(), e.getValue(), findings));
  }

  /** A tool on a user's own machine has no person on call who could turn a switch. */
  private static boolean served(CallSite site, Inventory inventory) {
    return site.paths().stream()
        .filter(CallPath::waits)
        .flatMap(path -> inventory.entryPoint(path.entryPoint()).stream())
        .anyMatch(entry -> entry.kind() != EntryKind.UI || entry.route().isPresent());
  }

  /** Whether every waiting call of the provider is bound to it in code. */
  private static boolean fixed(String provider, Inventory inventory) {
    boolean movable =
        inventory.configFacts().stream()
            .filter(f -> f.provider().equals(provider) || f.provider().equals("configured"))
            .filter(f -> f.verdict().filter(v -> v == FactVerdict.INEFFECTIVE).isEmpty())
            .anyMatch(
                f ->
                    f.what() == FactKind.BASE_URL
                        || f.what() == FactKind.GATEWAY
                        || f.what() == FactKind.API_KEY_REF && f.gate().isEmpty());
    return !movable
        && inventory.callSites().stream()
            .filter(s -> !s.inTest() && s.provider().equals(provider))
            .noneMatch(NoKillSwitch::switched);
  }

  private static boolean switched(CallSite site) {
    Stream<Guard> onPaths =
        site.paths().stream().flatMap(p -> p.frames().stream()).flatMap(f -> f.guards().stream());
    return SETTING_DRIVEN.stream().anyMatch(site.sdk()::startsWith)
        || !BOUND_IN_CODE.contains(site.providerEvidence())
        || Stream.concat(onPaths, site.guards().stream())
            .anyMatch(g -> g.kind() == GuardKind.KILL_SWITCH);
  }

  private static Finding finding(String provider, CallSite site, Findings findings) {
    String message =
        "Nothing in configuration turns the calls to "
            + provider
            + " off or moves them to another address";
    String advice =
        "Read the base URL and a switch for the feature from settings, so that the person on call"
            + " can act in an outage without a build.";
    // No method in the fingerprint: which call comes first must not change it.
    Findings.Anchor anchor =
        new Findings.Anchor("", provider, 0, Optional.of(site.id()), Optional.empty(), List.of());
    return findings.at(site.location(), message, advice, anchor);
  }
}
