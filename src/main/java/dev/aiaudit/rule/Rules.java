package dev.aiaudit.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
          new ExposedKey(),
          new ForbiddenProvider(),
          new MissingRequiredGuard(),
          new UnusedIgnore(),
          new ExpiredIgnore(),
          new MalformedIgnore());

  private static final Set<String> ABOUT_IGNORES = Set.of("AIA021", "AIA022", "AIA023");

  private Rules() {}

  /** Whether a rule judges ignores, so that it can run only after they were matched. */
  public static boolean isAboutIgnores(String id) {
    return ABOUT_IGNORES.contains(id);
  }

  /** Whether a rule says that an ignore has nothing to suppress. */
  public static boolean isAboutUnused(String id) {
    return id.equals("AIA021");
  }

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
