package dev.aiaudit.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one list of rules; whoever wants to show or run rules iterates it. */
public final class Rules {

  private static final List<Rule> ALL =
      List.of(
          new UnguardedCriticalCall(),
          new SwallowedFailure(),
          new SameProviderFallback(),
          new IneffectiveGuard(),
          new OutageCodeNotCovered(),
          new WorstWaitTooLong(),
          new NoTimeout(),
          new RetryStorm(),
          new UntestedFallback(),
          new StartupDependency(),
          new OutageHoldsResources(),
          new SequentialFanOut(),
          new SingleProvider(),
          new NoKillSwitch(),
          new UnobservedDependency(),
          new DeliveryPipeline(),
          new UndocumentedDependency(),
          new ExposedKey());

  private Rules() {}

  /** Every rule, sorted by id. */
  public static List<Rule> all() {
    return ALL;
  }

  /** The rules that run unless the settings say otherwise, sorted by id. */
  public static List<Rule> enabledByDefault() {
    return ALL.stream().filter(rule -> rule.info().enabledByDefault()).toList();
  }

  /**
   * The rule with that id or name.
   *
   * @param idOrName {@code AIA001} in any case, or {@code unguarded-critical-call}
   */
  public static Optional<Rule> find(String idOrName) {
    String id = idOrName.strip().toUpperCase(Locale.ROOT);
    String name = idOrName.strip().toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(rule -> rule.info().id().equals(id) || rule.info().name().equals(name))
        .findFirst();
  }
}
