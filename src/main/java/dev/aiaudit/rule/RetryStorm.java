package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AIA008: nested layers each retry, so that their attempts multiply while the provider is down. */
final class RetryStorm extends SiteRule {

  /** So many attempts for one request are a storm. */
  private static final long MANY = 6;

  RetryStorm() {
    super(
        RuleInfo.off(
            "AIA008",
            "retry-storm",
            Severity.WARNING,
            "Nested retry layers multiply the attempts"));
  }

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    return Witness.of(site, inventory, path -> storm(layers(site, path)))
        .map(witness -> findings.atSite(site, witness, message(site, witness), advice()));
  }

  /** At least two layers; those whose attempts are known together make many. */
  private static boolean storm(List<Guard> layers) {
    return layers.size() >= 2 && product(layers).filter(p -> p < MANY).isEmpty();
  }

  /** The retries of the path's frames and, because every path has it, the SDK's own. */
  private static List<Guard> layers(CallSite site, CallPath path) {
    Stream<Guard> ofSdk =
        site.guards().stream()
            .filter(g -> g.by().equals("sdk-default") || g.by().equals(site.sdk()));
    Stream<Guard> ofPath = path.frames().stream().flatMap(frame -> frame.guards().stream());
    return Stream.concat(ofPath, ofSdk).filter(RetryStorm::retries).distinct().toList();
  }

  private static boolean retries(Guard guard) {
    return guard.kind() == GuardKind.RETRY
        && guard.effective()
        && GuardValue.attempts(guard).orElse(2) > 1;
  }

  private static String message(CallSite site, Witness witness) {
    List<Guard> layers = layers(site, witness.path());
    String names =
        layers.stream()
            .map(guard -> guard.by() + guard.value().map(v -> " " + v).orElse(""))
            .collect(Collectors.joining(", "));
    return Clauses.entry(witness.entryPoint())
        + " reaches "
        + Clauses.provider(site)
        + " through "
        + layers.size()
        + " nested retries ("
        + names
        + "), and their attempts multiply"
        + product(layers).map(n -> " to " + n).orElse("")
        + Clauses.affected(witness.affected());
  }

  private static Optional<Long> product(List<Guard> layers) {
    long product = 1;
    for (Guard guard : layers) {
      Optional<Integer> attempts = GuardValue.attempts(guard);
      if (attempts.isEmpty() || product > 1_000_000) {
        return Optional.empty();
      }
      product *= attempts.get();
    }
    return Optional.of(product);
  }

  private static String advice() {
    return "Let one layer retry, with backoff and a cap, and set the others to a single attempt.";
  }
}
