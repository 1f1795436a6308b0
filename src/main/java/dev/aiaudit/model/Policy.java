package dev.aiaudit.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the team has decided, from {@code .ai-audit.yml}: rules judge by it and reports show it.
 *
 * @param maxWorstWait the longest wait that is borne at any entry point
 * @param budgets longest waits of some entry points; the first that fits decides
 * @param demands guards that some entry points must have
 * @param allowedProviders the only providers that may be used; empty when nothing is forbidden
 * @param dependencies what is declared about providers
 * @param targets what the system is held to
 * @param costs what an outage costs
 */
public record Policy(
    Optional<Duration> maxWorstWait,
    List<WaitBudget> budgets,
    List<GuardDemand> demands,
    List<String> allowedProviders,
    List<Declared> dependencies,
    Targets targets,
    Costs costs) {

  /** Nothing decided. */
  public static final Policy NONE =
      new Policy(
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new Targets(Optional.empty(), Optional.empty()),
          new Costs(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));

  /** Copies the lists. */
  public Policy {
    budgets = List.copyOf(budgets);
    demands = List.copyOf(demands);
    allowedProviders = List.copyOf(allowedProviders);
    dependencies = List.copyOf(dependencies);
  }

  /** The longest wait that is borne at an entry point; empty when the settings do not say. */
  public Optional<Duration> budget(EntryPoint entry) {
    return budgets.stream()
        .filter(budget -> budget.of().matches(entry))
        .map(WaitBudget::maxWorstWait)
        .findFirst()
        .or(() -> maxWorstWait);
  }

  /** What is declared about a provider. */
  public Optional<Declared> declared(String provider) {
    return dependencies.stream().filter(d -> d.provider().equals(provider)).findFirst();
  }

  /** The longest wait at some entry points. */
  public record WaitBudget(EntryPick of, Duration maxWorstWait) {}

  /** Guards that some entry points must have, all of them. */
  public record GuardDemand(EntryPick of, List<GuardKind> guards) {
    /** Copies the list. */
    public GuardDemand {
      guards = List.copyOf(guards);
    }
  }

  /**
   * A provider that the team knows it depends on.
   *
   * @param provider its id
   * @param owner who is on call for it
   * @param runbook path relative to the scanned root, or a URL
   * @param target availability that is needed of it, in percent
   * @param sla availability that its contract promises, in percent
   */
  public record Declared(
      String provider,
      Optional<String> owner,
      Optional<String> runbook,
      Optional<BigDecimal> target,
      Optional<BigDecimal> sla) {}

  /**
   * What the system is held to.
   *
   * @param availability in percent
   * @param recovery how long an outage may last
   */
  public record Targets(Optional<BigDecimal> availability, Optional<Duration> recovery) {}

  /**
   * What an outage costs. Amounts are in the currency.
   *
   * @param currency such as {@code EUR}
   * @param perMinute of outage
   * @param perRequest that fails
   * @param people who work on an outage
   * @param hourlyRate of one of them
   * @param requestsPerMinute that arrive at the entry points that fail
   */
  public record Costs(
      Optional<String> currency,
      Optional<BigDecimal> perMinute,
      Optional<BigDecimal> perRequest,
      Optional<BigDecimal> people,
      Optional<BigDecimal> hourlyRate,
      Optional<BigDecimal> requestsPerMinute) {}
}
