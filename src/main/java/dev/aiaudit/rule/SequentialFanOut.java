package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * AIA012: one request makes its calls one after another, so that waits and failure odds multiply.
 */
final class SequentialFanOut extends SiteRule {

  SequentialFanOut() {
    super(
        RuleInfo.on(
            "AIA012",
            "sequential-fan-out",
            Severity.NOTE,
            "One request makes many calls one after another"));
  }

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    List<Circumstance> found = inventory.circumstances(site, Circumstance.Kind.REPEATED);
    return site.paths().stream()
        .filter(path -> of(path, found).isPresent())
        .min(
            Comparator.comparing((CallPath path) -> !path.waits())
                .thenComparing(path -> path.frames().size()))
        .map(path -> new Witness(path, inventory.entryPoint(path.entryPoint()), 1))
        .map(w -> findings.atSite(site, w, message(site, w, of(w.path(), found).get()), advice()));
  }

  private static Optional<Circumstance> of(CallPath path, List<Circumstance> found) {
    return found.stream()
        .filter(c -> c.entryPoint().filter(path.entryPoint()::equals).isPresent())
        .findFirst();
  }

  private static String message(CallSite site, Witness witness, Circumstance found) {
    return found.detail().isEmpty()
        ? ofLoop(site, witness, found)
        : Clauses.entry(witness.entryPoint())
            + " calls "
            + Clauses.provider(site)
            + " "
            + found.detail()
            + " times in a row, up to line "
            + found.location().startLine()
            + ", though no call needs the answer of another: each can wait as long, and one failure"
            + " is enough";
  }

  private static String ofLoop(CallSite site, Witness witness, Circumstance loop) {
    return Clauses.entry(witness.entryPoint())
        + " calls "
        + Clauses.provider(site)
        + " once for every round of the loop in line "
        + loop.location().startLine()
        + ": each round can wait as long, and one failure is enough";
  }

  private static String advice() {
    return "Send the elements in one request where the API takes several, or make the calls side by"
        + " side with a limit on their number and on the time for all of them; keep what succeeded.";
  }
}
