package dev.aiaudit.render;

import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Policy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an outage costs by the figures in the settings, and by nothing else.
 *
 * @param terms what adds up
 * @param total their sum; empty when there is none
 * @param open what is not in the sum, and why; sentences
 */
public record OutageCost(List<Term> terms, Optional<BigDecimal> total, List<String> open) {
  static final String NOT_STATED = "not known: state what it costs under costs in .ai-audit.yml";
  private static final int CENTS = 2;
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

  /** Copies the lists. */
  public OutageCost {
    terms = List.copyOf(terms);
    open = List.copyOf(open);
  }

  /**
   * A part of the sum.
   *
   * @param what it pays for
   * @param formula with its figures
   * @param source the keys of the settings
   */
  public record Term(String what, BigDecimal amount, String formula, String source) {}

  /** The cost of this outage when it lasts so long. */
  public static OutageCost of(Outage outage, Policy.Costs costs, Duration length) {
    List<Term> terms = new ArrayList<>();
    List<String> open = new ArrayList<>();
    boolean fails = !outage.with(Outcome.FAILS).isEmpty();
    boolean maybe = !outage.with(Outcome.UNKNOWN).isEmpty();
    if (!fails && !maybe) {
      open.add("nothing: no entry point fails");
      return new OutageCost(terms, Optional.empty(), open);
    }
    BigDecimal minutes = minutes(length);
    String currency = costs.currency().map(c -> " " + c).orElse("");
    String time = plain(minutes) + " min";
    perMinute(costs, minutes, time + " x ", currency).ifPresent(terms::add);
    perRequest(costs, minutes, time + " x ", currency, terms, open);
    people(costs, minutes, time, currency).ifPresent(terms::add);
    if (terms.isEmpty() && open.isEmpty()) {
      open.add(NOT_STATED);
    }
    if (!fails && !terms.isEmpty()) {
      open.add("all of it only if an entry point whose outcome is unknown fails");
    }
    Optional<BigDecimal> total =
        terms.stream().map(Term::amount).reduce(BigDecimal::add).map(OutageCost::money);
    return new OutageCost(terms, total, open);
  }

  private static Optional<Term> perMinute(
      Policy.Costs costs, BigDecimal minutes, String time, String currency) {
    return costs
        .perMinute()
        .map(
            rate ->
                new Term(
                    "lost business",
                    rate.multiply(minutes),
                    time + plain(rate) + currency + " per minute",
                    "costs.per-minute"));
  }

  private static void perRequest(
      Policy.Costs costs,
      BigDecimal minutes,
      String time,
      String currency,
      List<Term> terms,
      List<String> open) {
    if (costs.perRequest().isEmpty()) {
      return;
    }
    BigDecimal price = costs.perRequest().get();
    if (costs.requestsPerMinute().isEmpty()) {
      open.add(
          plain(price)
              + currency
              + " for each request that fails (costs.per-request); how many arrive is not stated"
              + " (costs.requests-per-minute)");
      return;
    }
    BigDecimal requests = costs.requestsPerMinute().get();
    terms.add(
        new Term(
            "requests that fail",
            minutes.multiply(requests).multiply(price),
            time + plain(requests) + " per minute x " + plain(price) + currency,
            "costs.requests-per-minute, costs.per-request"));
  }

  private static Optional<Term> people(
      Policy.Costs costs, BigDecimal minutes, String time, String currency) {
    if (costs.people().isEmpty() || costs.hourlyRate().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal people = costs.people().get();
    BigDecimal rate = costs.hourlyRate().get();
    String formula =
        plain(people) + " people x " + plain(rate) + currency + " per hour x " + time + " / 60";
    return Optional.of(
        new Term(
            "people on the incident",
            people.multiply(rate).multiply(minutes).divide(SIXTY, CENTS, RoundingMode.HALF_UP),
            formula,
            "costs.people, costs.hourly-rate"));
  }

  private static BigDecimal minutes(Duration length) {
    return BigDecimal.valueOf(length.toSeconds()).divide(SIXTY, CENTS, RoundingMode.HALF_UP);
  }

  static BigDecimal money(BigDecimal amount) {
    return amount.setScale(CENTS, RoundingMode.HALF_UP);
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
