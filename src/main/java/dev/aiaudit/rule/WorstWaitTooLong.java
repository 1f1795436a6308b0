package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AIA006: a caller can hang longer than the budget before a failure reaches any handler. */
final class WorstWaitTooLong implements Rule {

  private static final Duration DEFAULT_BUDGET = Duration.ofSeconds(30);

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA006",
          "worst-wait-too-long",
          Severity.WARNING,
          "A caller can hang longer than the waiting budget");

  private final Duration budget;

  WorstWaitTooLong() {
    this(DEFAULT_BUDGET);
  }

  /**
   * The rule with a budget of its own.
   *
   * @param budget the longest wait that is not reported
   */
  WorstWaitTooLong(Duration budget) {
    this.budget = budget;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    Findings findings = new Findings(INFO, inventory);
    return inventory.callSites().stream()
        .filter(site -> !site.inTest())
        .filter(site -> site.worstWait().filter(w -> w.compareTo(budget) > 0).isPresent())
        .flatMap(site -> finding(site, inventory, findings).stream());
  }

  private Optional<Finding> finding(CallSite site, Inventory inventory, Findings findings) {
    return Witness.of(site, inventory, path -> true)
        .map(witness -> findings.atSite(site, witness, message(site, witness), advice()));
  }

  private String message(CallSite site, Witness witness) {
    Duration wait = site.worstWait().orElseThrow();
    String terms = terms(site);
    return Wording.entry(witness.entryPoint())
        + " can wait "
        + Wording.duration(wait)
        + " for "
        + Wording.provider(site)
        + (terms.isEmpty() ? "" : " (" + terms + ")")
        + ", more than the budget of "
        + Wording.duration(budget)
        + Wording.affected(witness.affected());
  }

  private static String terms(CallSite site) {
    return site.guards().stream()
        .filter(guard -> guard.effective() && guard.value().isPresent())
        .filter(guard -> isTerm(guard.kind()))
        .map(WorstWaitTooLong::term)
        .distinct()
        .collect(Collectors.joining(" x "));
  }

  private static boolean isTerm(GuardKind kind) {
    return kind == GuardKind.TIMEOUT || kind == GuardKind.RETRY;
  }

  private static String term(Guard guard) {
    String value = GuardValue.duration(guard).map(Wording::duration).orElseGet(guard.value()::get);
    return guard.kind().word() + " " + value + " by " + guard.by();
  }

  private String advice() {
    return "Set a timeout per attempt and an overall deadline so that timeouts x attempts + backoff"
        + " stays under "
        + Wording.duration(budget)
        + ", and let only one layer retry.";
  }
}
