package dev.aiaudit.flow.wait;

import dev.aiaudit.detect.provider.ClientOption;
import dev.aiaudit.flow.wait.Retries.Backoff;
import dev.aiaudit.model.Evidence;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What options in code make of a budget. */
final class OptionBudgets {
  private static final Set<String> OVERALL = Set.of("apiCallTimeout", "withClientExecutionTimeout");
  private static final Set<String> COUNTS_CALLS = Set.of("maxAttempts", "setMaxAttempts");
  private static final Set<String> COUNTS_RETRIES =
      Set.of(
          "maxRetries",
          "setMaxRetries",
          "withMaxRetries",
          "numRetries",
          "maxErrorRetry",
          "withMaxErrorRetry",
          "retries");
  private static final Set<String> FIXED = Set.of("fixedBackoff", "setBackOffPeriod");

  /** What a retry template of Spring tries when nobody says how often. */
  private static final int TEMPLATE_ATTEMPTS = 3;

  private OptionBudgets() {}

  /**
   * The budget under these options; where several set the same thing, the longest counts.
   *
   * @param countsAttempts whether {@code maxRetries} of this library counts all calls
   */
  static Budget apply(Budget budget, List<ClientOption> options, boolean countsAttempts) {
    Budget out = limits(budget, options);
    Optional<ClientOption> overall = longest(options, OVERALL);
    if (overall.isPresent()) {
      out = out.withOverall(limit(overall.get()));
    }
    return retries(out, options, countsAttempts);
  }

  private static Budget limits(Budget budget, List<ClientOption> options) {
    boolean ofRequest = options.stream().anyMatch(o -> isLimit(o) && o.ofRequest());
    List<ClientOption> limits =
        options.stream().filter(o -> isLimit(o) && (!ofRequest || o.ofRequest())).toList();
    if (limits.isEmpty()) {
      return budget;
    }
    Optional<ClientOption> shortest =
        limits.stream()
            .map(ClientOption::name)
            .distinct()
            .flatMap(n -> longest(limits, Set.of(n)).stream())
            .filter(o -> !o.period().orElseThrow().isZero())
            .min(Comparator.comparing(o -> o.period().orElseThrow()));
    if (shortest.isPresent()) {
      return budget.withAttempt(limit(shortest.get()));
    }
    ClientOption first = limits.get(0);
    return budget.withAttempt(
        first.period().isPresent()
            ? limit(first)
            : new Limit(
                Limit.Kind.UNKNOWN,
                Duration.ZERO,
                "the value of " + first.name(),
                Evidence.UNKNOWN,
                Optional.of(first.location())));
  }

  private static boolean isLimit(ClientOption o) {
    return o.name().toLowerCase(java.util.Locale.ROOT).contains("timeout")
        && !OVERALL.contains(o.name());
  }

  private static Optional<ClientOption> longest(List<ClientOption> options, Set<String> names) {
    return options.stream()
        .filter(o -> names.contains(o.name()) && o.period().isPresent())
        .max(Comparator.comparing(o -> o.period().orElseThrow()));
  }

  private static Limit limit(ClientOption o) {
    Duration period = o.period().orElseThrow();
    String source =
        period.isZero() ? "the answer: " + o.name() + " is 0, which means no limit" : o.name();
    return Limit.of(period, source, Evidence.DECLARED, Optional.of(o.location()));
  }

  private static Budget retries(Budget budget, List<ClientOption> options, boolean countsAttempts) {
    Optional<ClientOption> count =
        options.stream()
            .filter(OptionBudgets::isCount)
            .max(Comparator.comparing(o -> calls(o, countsAttempts)));
    Optional<Backoff> backoff = backoff(options);
    if (count.isEmpty() && backoff.isEmpty()) {
      return budget;
    }
    int attempts = count.map(o -> calls(o, countsAttempts)).orElse(TEMPLATE_ATTEMPTS);
    boolean template = count.filter(OptionBudgets::ofTemplate).isPresent();
    Backoff pauses = backoff.orElse(template ? Backoff.NONE : budget.backoff());
    ClientOption shown =
        count.orElseGet(
            () -> options.stream().filter(OptionBudgets::ofTemplate).findFirst().orElseThrow());
    return budget.withRetries(
        new Retries(
            attempts,
            pauses.pauses(attempts),
            shown.name(),
            Evidence.DECLARED,
            Optional.of(shown.location())));
  }

  private static boolean isCount(ClientOption o) {
    boolean calls = COUNTS_CALLS.contains(o.name()) && !o.numbers().isEmpty() && ofTemplate(o);
    boolean retries = COUNTS_RETRIES.contains(o.name()) && !o.numbers().isEmpty();
    return calls || retries || o.name().equals("noRetry");
  }

  /** Whether it is an option of a retry template or policy and not of the client itself. */
  private static boolean ofTemplate(ClientOption o) {
    return o.type().contains("Retry") || o.type().contains("BackOff") || o.type().contains("retry");
  }

  private static int calls(ClientOption o, boolean countsAttempts) {
    if (o.name().equals("noRetry")) {
      return 1;
    }
    int n = (int) Math.min(1_000, Math.max(0, o.numbers().get(0)));
    boolean retries = COUNTS_RETRIES.contains(o.name()) && !(countsAttempts && !ofTemplate(o));
    return Math.max(1, retries ? n + 1 : n);
  }

  private static Optional<Backoff> backoff(List<ClientOption> options) {
    List<ClientOption> of = options.stream().filter(OptionBudgets::ofTemplate).toList();
    Optional<ClientOption> fixed = longest(of, FIXED);
    if (fixed.isPresent()) {
      double s = seconds(fixed.get());
      return Optional.of(new Backoff(s, 1, s));
    }
    Optional<ClientOption> growing = longest(of, Set.of("exponentialBackoff"));
    if (growing.isPresent() && growing.get().numbers().size() >= 3) {
      List<Double> n = growing.get().numbers();
      return Optional.of(new Backoff(n.get(0) / 1000, n.get(1), n.get(2) / 1000));
    }
    Optional<ClientOption> first = longest(of, Set.of("setInitialInterval", "delay"));
    return first.map(
        f ->
            new Backoff(
                seconds(f),
                number(of, Set.of("setMultiplier", "multiplier"))
                    .orElse(f.name().equals("delay") ? 1.0 : 2.0),
                longest(of, Set.of("setMaxInterval", "maxDelay"))
                    .map(OptionBudgets::seconds)
                    .orElse(30.0)));
  }

  private static double seconds(ClientOption o) {
    return o.period().orElseThrow().toMillis() / 1000.0;
  }

  private static Optional<Double> number(List<ClientOption> options, Set<String> names) {
    return options.stream()
        .filter(o -> names.contains(o.name()))
        .flatMap(o -> o.numbers().stream())
        .findFirst();
  }
}
