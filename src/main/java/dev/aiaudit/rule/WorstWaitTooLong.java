package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import dev.aiaudit.model.WaitTerm;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
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
        .flatMap(site -> finding(site, inventory, findings).stream());
  }

  /** The whole wait; where it has no end, or may be longer, the part that is known. */
  private static Duration length(CallSite site) {
    return site.worstWait()
        .orElseGet(
            () ->
                site.waitTerms().stream()
                    .flatMap(term -> term.duration().stream())
                    .reduce(Duration.ZERO, Duration::plus));
  }

  private Optional<Finding> finding(CallSite site, Inventory inventory, Findings findings) {
    Predicate<CallPath> over = path -> length(site, path).compareTo(limit(inventory, path)) > 0;
    return Witness.of(site, inventory, over.and(p -> p.worstWait().equals(site.worstWait())))
        .or(() -> Witness.of(site, inventory, over))
        .map(
            witness -> {
              Duration limit = limit(inventory, witness.path());
              return findings.atSite(
                  site, witness, message(site, witness, limit), advice(site, limit));
            });
  }

  /** The whole wait on a path; where it has no end, or may be longer, the part that is known. */
  private static Duration length(CallSite site, CallPath path) {
    return path.worstWait().orElseGet(() -> length(site));
  }

  /** What the settings say about the entry point, else about all, else the rule's own budget. */
  private Duration limit(Inventory inventory, CallPath path) {
    return inventory
        .entryPoint(path.entryPoint())
        .flatMap(inventory.policy()::budget)
        .or(inventory.policy()::maxWorstWait)
        .orElse(budget);
  }

  private static String message(CallSite site, Witness witness, Duration limit) {
    String terms = terms(site);
    boolean atLeast = witness.path().worstWait().isEmpty() && site.worstWait().isEmpty();
    return Wording.entry(witness.entryPoint())
        + (atLeast ? " can wait at least " : " can wait ")
        + Wording.duration(length(site, witness.path()))
        + " for "
        + Wording.provider(site)
        + (terms.isEmpty() ? "" : " (" + terms + ")")
        + ", more than the budget of "
        + Wording.duration(limit)
        + Wording.affected(witness.affected());
  }

  private static String terms(CallSite site) {
    return site.waitTerms().stream()
        .map(WaitTerm::what)
        .distinct()
        .collect(Collectors.joining(" + "));
  }

  private static String advice(CallSite site, Duration limit) {
    String longest =
        site.waitTerms().stream()
            .filter(term -> term.duration().isPresent())
            .max(Comparator.comparing(term -> term.duration().get()))
            .map(term -> " The longest term is: " + term.what() + ".")
            .orElse("");
    return "Set a timeout per attempt and an overall deadline so that timeouts x attempts + backoff"
        + " stays under "
        + Wording.duration(limit)
        + ", and let only one layer retry."
        + longest;
  }
}
