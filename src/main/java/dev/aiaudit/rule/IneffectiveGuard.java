package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** AIA004: a guard is written, people trust it, and it cannot act. */
final class IneffectiveGuard implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA004", "ineffective-guard", Severity.ERROR, "A guard is written but cannot act");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    Findings findings = new Findings(INFO, inventory);
    Ordinals ordinals = new Ordinals();
    Stream<Finding> guards =
        DefeatedGuards.in(inventory).stream().map(group -> finding(group, findings, ordinals));
    Stream<Finding> keys =
        inventory.configFacts().stream()
            .filter(IneffectiveGuard::unread)
            .map(fact -> finding(fact, findings, ordinals));
    Stream<Finding> limits =
        inventory.circumstances().stream()
            .filter(c -> c.kind() == Circumstance.Kind.UNUSED_LIMIT)
            .map(limit -> finding(limit, findings));
    return Stream.of(guards, keys, limits).flatMap(all -> all);
  }

  /** A setting that looks like a guard and that no library reads. */
  private static boolean unread(ConfigFact fact) {
    return fact.evidence() == Evidence.DERIVED
        && fact.verdict().filter(v -> v == FactVerdict.INEFFECTIVE).isPresent();
  }

  private static Finding finding(ConfigFact fact, Findings findings, Ordinals ordinals) {
    String advice =
        "Use the key that the library reads, or set the value where the client is built.";
    Findings.Anchor anchor =
        Findings.Anchor.inFile(fact.location().file(), fact.detail(), ordinals);
    return findings.at(
        fact.location(), "This setting cannot act: " + fact.detail(), advice, anchor);
  }

  private static Finding finding(Circumstance limit, Findings findings) {
    String advice =
        "Put the guard on the method that makes the call, or delete the setting: whoever reads it"
            + " believes that the call is limited.";
    Findings.Anchor anchor =
        new Findings.Anchor(
            "", limit.detail(), 0, Optional.of(limit.callSite()), Optional.empty(), List.of());
    return findings.at(
        limit.location(), "This setting cannot act: " + limit.detail(), advice, anchor);
  }

  private static Finding finding(DefeatedGuards group, Findings findings, Ordinals ordinals) {
    Optional<CallPath> path = group.path();
    String method = group.method();
    String what = group.name();
    Findings.Anchor anchor =
        new Findings.Anchor(
            method,
            what,
            ordinals.next(method, what),
            Optional.of(group.site().id()),
            path.map(CallPath::entryPoint),
            path.map(CallPath::frames).orElse(List.of()));
    Guard first = group.first();
    return findings
        .at(first.location(), group.message(), GuardRepair.of(first), anchor)
        .about(group.otherPlaces());
  }
}
