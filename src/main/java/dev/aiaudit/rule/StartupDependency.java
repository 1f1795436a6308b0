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
import dev.aiaudit.model.Severity;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * AIA010: a service cannot start while the provider is down. A program without a waiting entry
 * point is a job or a demonstration, for which the call at startup is the work itself, and is not
 * reported.
 */
final class StartupDependency implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA010",
          "startup-dependency",
          Severity.ERROR,
          "The service cannot start while the provider is down");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    if (inventory.entryPoints().stream().noneMatch(EntryPoint::waits)) {
      return Stream.empty();
    }
    Findings findings = new Findings(INFO, inventory);
    return inventory.callSites().stream()
        .filter(site -> !site.inTest() && site.mode() == Mode.BLOCKING)
        .flatMap(site -> finding(site, inventory, findings).stream());
  }

  private static Optional<Finding> finding(CallSite site, Inventory inventory, Findings findings) {
    return site.paths().stream()
        .filter(path -> stopsStart(path, inventory))
        .min(Comparator.comparingInt(path -> path.frames().size()))
        .map(path -> new Witness(path, inventory.entryPoint(path.entryPoint()), 1))
        .map(w -> findings.atSite(site, w, message(site, w), findings.remediation().forStartup()));
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
    return Wording.entry(witness.entryPoint())
        + " calls "
        + Wording.provider(site)
        + " while the application starts, and "
        + Wording.handling(witness.path().handling())
        + ", so it cannot start during an outage";
  }
}
