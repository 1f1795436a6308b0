package dev.aiaudit.flow.wait;

import dev.aiaudit.catalog.guard.Effect;
import dev.aiaudit.catalog.guard.GuardCall;
import dev.aiaudit.catalog.guard.GuardPatterns;
import dev.aiaudit.catalog.guard.GuardPlaces;
import dev.aiaudit.detect.provider.ClientOptions;
import dev.aiaudit.flow.wait.Retries.Backoff;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the settings of guarding calls: time limits, numbers of attempts and their pauses. */
public final class OperatorValues {
  private final Typer typer;
  private final GuardPatterns patterns;
  private final ClientOptions amounts;

  /**
   * Values in the code of a tree.
   *
   * @param patterns guarding calls
   * @param amounts computes numbers and periods
   */
  public OperatorValues(Typer typer, GuardPatterns patterns, ClientOptions amounts) {
    this.typer = typer;
    this.patterns = patterns;
    this.amounts = amounts;
  }

  /** The guard with its setting, as far as the call shows it. */
  public Guard valued(Guard guard, GuardCall pattern, Expr.Call call, Code code) {
    Optional<String> value = Optional.empty();
    if (guard.kind() == GuardKind.TIMEOUT) {
      value = period(pattern, call, code).map(Duration::toString);
    } else if (guard.kind() == GuardKind.RETRY && pattern.effect() == Effect.RETRY) {
      value = retries(pattern, call, code);
    }
    return value.map(guard::withValue).orElse(guard);
  }

  private Optional<Duration> period(GuardCall pattern, Expr.Call call, Code code) {
    OptionalInt place = GuardPlaces.at(pattern.places().duration(), call.args().size());
    if (place.isEmpty()) {
      return pattern.duration();
    }
    Expr length = call.args().get(place.getAsInt());
    int next = place.getAsInt() + 1;
    Optional<Duration> pair =
        next < call.args().size()
            ? amounts.period(length, call.args().get(next), code)
            : Optional.empty();
    return pair.isPresent() ? pair : amounts.period(length, code, 1e-3);
  }

  private Optional<String> retries(GuardCall pattern, Expr.Call call, Code code) {
    OptionalInt policy = GuardPlaces.at(pattern.places().policy(), call.args().size());
    if (policy.isPresent()) {
      return ofPolicy(call.args().get(policy.getAsInt()), code);
    }
    OptionalInt place = GuardPlaces.at(pattern.places().attempts(), call.args().size());
    Optional<Duration> pause = backoffBefore(call, code);
    return place.isEmpty()
        ? Optional.empty()
        : amounts
            .number(call.args().get(place.getAsInt()), code, Map.of())
            .map(n -> text(pattern.attempts().calls(n.intValue()), pause, 2, Double.MAX_VALUE));
  }

  /** {@code Retry.backoff(3, Duration.ofSeconds(1)).maxBackoff(..)} of Reactor. */
  private Optional<String> ofPolicy(Expr policy, Code code) {
    Optional<Duration> cap = Optional.empty();
    Optional<Expr> at = Optional.of(policy);
    while (at.isPresent() && at.get() instanceof Expr.Call link) {
      if (link.name().equals("maxBackoff") && link.args().size() == 1) {
        cap = amounts.period(link.args().get(0), code, 1e-3);
      }
      String type = link.scope().map(s -> typer.typeOf(s, code)).orElse(JavaType.UNKNOWN).name();
      Optional<GuardCall> found = patterns.call(type, link.name(), link.args().size());
      OptionalInt attempts =
          found
              .map(f -> GuardPlaces.at(f.places().attempts(), link.args().size()))
              .orElse(OptionalInt.empty());
      if (attempts.isPresent()) {
        double most = cap.map(c -> c.toMillis() / 1000.0).orElse(Double.MAX_VALUE);
        Optional<Duration> pause =
            link.args().size() > 1
                ? amounts.period(link.args().get(1), code, 1e-3)
                : Optional.empty();
        double factor = link.name().equals("backoff") ? 2 : 1;
        return amounts
            .number(link.args().get(attempts.getAsInt()), code, Map.of())
            .map(n -> text(found.get().attempts().calls(n.intValue()), pause, factor, most));
      }
      at = link.scope();
    }
    return Optional.empty();
  }

  /** {@code onFailure().retry().withBackOff(..).atMost(3)} of Mutiny. */
  private Optional<Duration> backoffBefore(Expr.Call call, Code code) {
    Optional<Expr> at = call.scope();
    while (at.isPresent() && at.get() instanceof Expr.Call link) {
      if (link.name().equals("withBackOff") && !link.args().isEmpty()) {
        return amounts.period(link.args().get(0), code, 1e-3);
      }
      at = link.scope();
    }
    return Optional.empty();
  }

  private static String text(int calls, Optional<Duration> pause, double factor, double cap) {
    List<Duration> pauses =
        pause
            .map(p -> new Backoff(p.toMillis() / 1000.0, factor, Math.min(cap, 86_400)))
            .map(b -> b.pauses(calls))
            .orElse(List.of());
    return GuardText.attempts(calls, pauses);
  }
}
