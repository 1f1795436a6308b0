package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import dev.aiaudit.model.Severity;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * AIA010: a service cannot start, or says that it is down, while the provider is down. A program
 * without a waiting entry point is a job or a demonstration, for which the call at startup is the
 * work itself, and is not reported.
 */
final class StartupDependency extends SiteRule {
  private static final Set<String> OWN_MACHINE = Set.of("ollama", "self-hosted");

  StartupDependency() {
    super(
        RuleInfo.on(
            "AIA010",
            "startup-dependency",
            Severity.ERROR,
            "The service cannot start while the provider is down"));
  }

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    return ofProbe(site, inventory, findings).or(() -> ofStart(site, inventory, findings));
  }

  /** A platform probes every few seconds, so that a request to a model is paid for each time. */
  private static Optional<Finding> ofProbe(CallSite site, Inventory inventory, Findings findings) {
    if (site.operation() == Operation.OTHER || OWN_MACHINE.contains(site.provider())) {
      return Optional.empty();
    }
    return site.paths().stream()
        .filter(
            path -> inventory.entryPoint(path.entryPoint()).filter(Checkup::isProbe).isPresent())
        .min(Comparator.comparingInt(path -> path.frames().size()))
        .map(path -> new Witness(path, inventory.entryPoint(path.entryPoint()), 1))
        .map(w -> findings.atSite(site, w, ofProbe(site, w), findings.remediation().forProbe()));
  }

  private static String ofProbe(CallSite site, Witness witness) {
    return "Health check "
        + witness.entryPoint().map(e -> Clauses.shortMethod(e.method())).orElse("")
        + " asks "
        + Clauses.provider(site)
        + " for an answer: each probe is a paid request, and an outage makes the whole service"
        + " report that it is down";
  }

  private static Optional<Finding> ofStart(CallSite site, Inventory inventory, Findings findings) {
    if (site.mode() != Mode.BLOCKING
        || inventory.entryPoints().stream().noneMatch(EntryPoint::waits)) {
      return Optional.empty();
    }
    return site.paths().stream()
        .filter(path -> stopsStart(path, inventory))
        .filter(path -> startsService(path, serving(inventory)))
        .min(Comparator.comparingInt(path -> path.frames().size()))
        .map(path -> new Witness(path, inventory.entryPoint(path.entryPoint()), 1))
        .map(w -> findings.atSite(site, w, message(site, w), findings.remediation().forStartup()));
  }

  /** The modules through which requests go. */
  private static Set<String> serving(Inventory inventory) {
    return inventory.callSites().stream()
        .filter(site -> !site.inTest())
        .flatMap(site -> site.paths().stream())
        .filter(CallPath::waits)
        .flatMap(path -> path.frames().stream())
        .map(frame -> Modules.folder(frame.location()))
        .collect(Collectors.toSet());
  }

  /**
   * In a tree of many programs a demonstration stands beside a service without being part of it.
   */
  private static boolean startsService(CallPath path, Set<String> serving) {
    return path.frames().stream()
        .anyMatch(frame -> serving.contains(Modules.folder(frame.location())));
  }

  private static boolean stopsStart(CallPath path, Inventory inventory) {
    boolean startup =
        inventory
            .entryPoint(path.entryPoint())
            .filter(entry -> entry.kind() == EntryKind.STARTUP)
            .isPresent();
    boolean thrown = path.handling() == Handling.NONE || path.handling() == Handling.RETHROW;
    return startup && thrown && path.frames().stream().noneMatch(Frame::detached);
  }

  private static String message(CallSite site, Witness witness) {
    return Clauses.entry(witness.entryPoint())
        + " calls "
        + Clauses.provider(site)
        + " while the application starts, and "
        + Clauses.handling(witness.path().handling())
        + ", so it cannot start during an outage";
  }
}
