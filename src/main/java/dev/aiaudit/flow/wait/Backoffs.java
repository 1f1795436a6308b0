package dev.aiaudit.flow.wait;

import dev.aiaudit.detect.provider.ClientOptions;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pauses between attempts that grow: the first one, a factor, and what they do not exceed. */
public final class Backoffs {
  private static final double NO_CAP = 86_400;

  /**
   * Where a method of a library takes its numbers.
   *
   * @param factor position of the factor; -1 when it takes none
   * @param cap position of the longest pause; -1 when it takes none
   * @param usual the factor that is not written
   * @param limit the longest pause in seconds when none is written
   */
  private record Form(int factor, int cap, double usual, double limit) {}

  /** Methods whose first argument is the first pause. */
  private static final Map<String, Form> FORMS =
      Map.of(
          "exponentialBackoff", new Form(1, 2, 2, 30),
          "ofExponentialBackoff", new Form(1, 2, 1.5, NO_CAP),
          "ofExponentialRandomBackoff", new Form(1, 3, 1.5, NO_CAP),
          "uniformRandomBackoff", new Form(-1, -1, 1, NO_CAP),
          "withBackoff", new Form(3, 1, 2, NO_CAP));

  private Backoffs() {}

  /**
   * The pauses between so many attempts.
   *
   * @param first the first pause
   * @param factor what each one is longer than the one before; 1 or less for pauses that stay
   * @param cap what none exceeds; empty for no limit
   */
  public static List<Duration> pauses(
      Duration first, double factor, Optional<Duration> cap, int attempts) {
    double most = cap.filter(c -> !c.isZero()).map(Backoffs::seconds).orElse(NO_CAP);
    double grows = Math.max(1, factor);
    return new Retries.Backoff(seconds(first), grows, Math.max(most, seconds(first)))
        .pauses(attempts);
  }

  /** The pauses that a call of a library's builder sets; empty when it is no such call. */
  public static Optional<List<Duration>> of(
      Expr.Call call, Code code, ClientOptions amounts, int attempts) {
    Form form = FORMS.get(call.name());
    if (form == null || call.args().isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> first = period(call, 0, code, amounts);
    double factor =
        argument(call, form.factor())
            .flatMap(f -> amounts.number(f, code, Map.of()))
            .orElse(form.usual());
    Optional<Duration> cap =
        period(call, form.cap(), code, amounts)
            .or(() -> Optional.of(Duration.ofMillis(Math.round(form.limit() * 1000))));
    return first.map(f -> pauses(f, factor, cap, attempts));
  }

  private static Optional<Duration> period(
      Expr.Call call, int place, Code code, ClientOptions amounts) {
    return argument(call, place).flatMap(e -> amounts.period(e, code, 1e-3));
  }

  private static Optional<Expr> argument(Expr.Call call, int place) {
    return place >= 0 && place < call.args().size()
        ? Optional.of(call.args().get(place))
        : Optional.empty();
  }

  private static double seconds(Duration d) {
    return d.toMillis() / 1000.0;
  }
}
