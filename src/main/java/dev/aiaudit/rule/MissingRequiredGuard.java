package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Named;
import dev.aiaudit.model.Policy.GuardDemand;
import dev.aiaudit.model.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AIA020: an entry point reaches a provider without a guard that the settings require of it. */
final class MissingRequiredGuard extends SiteRule {
  /** A path and what it lacks. */
  private record Lack(CallPath path, Set<GuardKind> guards) {}

  MissingRequiredGuard() {
    super(
        RuleInfo.on(
            "AIA020",
            "missing-required-guard",
            Severity.ERROR,
            "A guard that the settings require is missing on a path"));
  }

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    List<Lack> lacks =
        site.paths().stream()
            .map(path -> new Lack(path, missing(site, path, inventory)))
            .filter(lack -> !lack.guards().isEmpty())
            .toList();
    return lacks.stream()
        .min(
            Comparator.<Lack>comparingInt(lack -> -lack.guards().size())
                .thenComparingInt(lack -> lack.path().frames().size())
                .thenComparing(lack -> lack.path().entryPoint()))
        .map(
            lack -> {
              Witness witness =
                  new Witness(
                      lack.path(), inventory.entryPoint(lack.path().entryPoint()), lacks.size());
              return findings.atSite(site, witness, message(site, witness, lack), advice(lack));
            });
  }

  private static Set<GuardKind> missing(CallSite site, CallPath path, Inventory inventory) {
    Set<GuardKind> missing = new TreeSet<>();
    inventory
        .entryPoint(path.entryPoint())
        .ifPresent(
            entry ->
                inventory.policy().demands().stream()
                    .filter(demand -> demand.of().matches(entry))
                    .map(GuardDemand::guards)
                    .forEach(missing::addAll));
    missing.removeIf(kind -> has(site, path, kind));
    return missing;
  }

  private static boolean has(CallSite site, CallPath path, GuardKind kind) {
    if (kind == GuardKind.FALLBACK && path.handling().compareTo(Handling.STATIC) >= 0) {
      return true;
    }
    Set<Guard> onPaths =
        site.paths().stream()
            .flatMap(p -> p.frames().stream())
            .map(Frame::guards)
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    // What is on no path belongs to the request itself and acts on every one.
    Stream<Guard> ofRequest = site.guards().stream().filter(guard -> !onPaths.contains(guard));
    Stream<Guard> ofPath = path.frames().stream().map(Frame::guards).flatMap(List::stream);
    return Stream.concat(ofRequest, ofPath)
        .anyMatch(g -> g.kind() == kind && g.effective() && g.evidence() != Evidence.ASSUMED);
  }

  private static String message(CallSite site, Witness witness, Lack lack) {
    return Clauses.entry(witness.entryPoint())
        + " reaches "
        + Clauses.provider(site)
        + " without "
        + words(lack)
        + ", which the settings require"
        + Clauses.affected(witness.affected());
  }

  private static String advice(Lack lack) {
    return "Add what is missing ("
        + words(lack)
        + ") on the path shown. A default that nobody wrote down does not count.";
  }

  private static String words(Lack lack) {
    return lack.guards().stream().map(Named::word).collect(Collectors.joining(" and "));
  }
}
