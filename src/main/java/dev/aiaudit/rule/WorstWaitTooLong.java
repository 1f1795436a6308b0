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

/** AIA006: a caller can hang longer than the budget before a failure reaches any handler. */
final class WorstWaitTooLong extends SiteRule {

  private static final Duration DEFAULT_BUDGET = Duration.ofSeconds(30);

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
    super(
        RuleInfo.on(
            "AIA006",
            "worst-wait-too-long",
            Severity.WARNING,
            "A caller can hang longer than the waiting budget"));
    this.budget = budget;
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

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    Predicate<CallPath> over = path -> exceeds(length(site, path), limit(inventory, path));
    return Witness.of(site, inventory, over.and(p -> p.worstWait().equals(site.worstWait())))
        .or(() -> Witness.of(site, inventory, over))
        .map(
            witness -> {
              Duration limit = limit(inventory, witness.path());
              return findings.atSite(
                  site, witness, message(site, witness, limit), advice(site, limit));
            });
  }

  /** A difference that the words do not show is none. */
  private static boolean exceeds(Duration wait, Duration limit) {
    return wait.compareTo(limit) > 0 && !Clauses.duration(wait).equals(Clauses.duration(limit));
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
    return Clauses.entry(witness.entryPoint())
        + (atLeast ? " can wait at least " : " can wait ")
        + Clauses.duration(length(site, witness.path()))
        + " for "
        + Clauses.provider(site)
        + (terms.isEmpty() ? "" : " (" + terms + ")")
        + ", more than the budget of "
        + Clauses.duration(limit)
        + Clauses.affected(witness.affected());
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
        + Clauses.duration(limit)
        + ", and let only one layer retry."
        + longest;
  }
}
