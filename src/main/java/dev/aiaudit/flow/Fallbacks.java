package dev.aiaudit.flow;

import dev.aiaudit.flow.ExceptionTypes.Match;
import dev.aiaudit.flow.Verdict.End;
import dev.aiaudit.flow.proxy.ActiveGuard;
import dev.aiaudit.flow.proxy.Candidate;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Span;
import dev.aiaudit.trace.Flight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What fallback methods that fit by their signature do with a failure. */
final class Fallbacks {
  private final FlowKnowledge knowledge;
  private final ExceptionTypes exceptions;
  private final Blocks blocks;

  Fallbacks(FlowKnowledge knowledge, ExceptionTypes exceptions, Values values) {
    this.knowledge = knowledge;
    this.exceptions = exceptions;
    this.blocks = new Blocks(knowledge, exceptions, values);
  }

  /**
   * The failure behind a fallback.
   *
   * @param flight what it is then, on the worst way
   * @param acts whether some fallback method runs for some exception
   */
  record Result(Flight flight, boolean acts) {}

  /** Runs the fallback of a guard that acts on the call. */
  Result run(ActiveGuard guard, Flight flight, String provider) {
    if (guard.fallback().unknown()) {
      return new Result(flight.settle(Handling.UNKNOWN, Optional.of(guard.location())), true);
    }
    if (flight.types().isEmpty()) {
      Optional<Candidate> all =
          guard.fallback().fitting().stream().filter(this::takesAnything).findFirst();
      return all.isPresent()
          ? new Result(answer(all.get(), flight, provider), true)
          : new Result(flight, false);
    }
    List<Flight> ends = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (String type : flight.types()) {
      Optional<Candidate> nearest = nearest(guard.fallback().fitting(), type);
      if (nearest.isPresent()) {
        ends.add(answer(nearest.get(), of(flight, List.of(type)), provider));
      } else {
        left.add(type);
      }
    }
    boolean acts = !ends.isEmpty();
    if (!left.isEmpty()) {
      ends.add(of(flight, left));
    }
    return new Result(TryFlow.worst(ends, flight), acts);
  }

  static Flight of(Flight flight, List<String> types) {
    return flight.withTypes(types);
  }

  private boolean takesAnything(Candidate c) {
    return parameter(c).map(t -> exceptions.matchUnknown(t) == Match.ALL).orElse(true);
  }

  /** The one whose exception is nearest above the thrown one; one without exception comes last. */
  private Optional<Candidate> nearest(List<Candidate> candidates, String type) {
    Candidate best = null;
    for (Candidate c : candidates) {
      boolean fits = parameter(c).map(t -> exceptions.match(t, type) == Match.ALL).orElse(true);
      if (fits && (best == null || nearer(c, best))) {
        best = c;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean nearer(Candidate one, Candidate other) {
    Optional<JavaType> a = parameter(one);
    Optional<JavaType> b = parameter(other);
    if (a.isEmpty() || b.isEmpty()) {
      return a.isPresent();
    }
    return !a.get().name().equals(b.get().name()) && exceptions.isA(a.get().name(), b.get().name());
  }

  private Optional<JavaType> parameter(Candidate c) {
    return c.exception().isEmpty()
        ? Optional.empty()
        : Optional.of(knowledge.typer().parameterType(c.method(), c.exception().getAsInt()));
  }

  /** The exceptions that the fallback methods take, for a reader. */
  String taken(ActiveGuard guard) {
    return String.join(
        ", ",
        guard.fallback().fitting().stream()
            .flatMap(c -> parameter(c).stream())
            .map(JavaType::simpleName)
            .distinct()
            .toList());
  }

  private Flight answer(Candidate c, Flight flight, String provider) {
    Location place = location(c.method());
    Optional<Code> code = c.method().code();
    if (code.isEmpty()) {
      return flight.settle(Handling.UNKNOWN, Optional.of(place));
    }
    Situation fresh = Situation.in(code.get(), provider, flight.types());
    Situation at =
        c.exception().isPresent()
            ? fresh.caughtAs(c.method().decl().params().get(c.exception().getAsInt()).name())
            : fresh;
    List<Flight> ends = new ArrayList<>();
    for (Verdict v : blocks.body(code.get().root(), at)) {
      ends.add(end(v, at, flight, place));
    }
    return TryFlow.worst(ends, flight.settle(Handling.UNKNOWN, Optional.of(place)));
  }

  private static Flight end(Verdict v, Situation at, Flight flight, Location place) {
    if (v.end() == End.THROW) {
      return flight.withTypes(v.types()).handled(Handling.RETHROW, Optional.of(place));
    }
    if (v.end() == End.ANSWER) {
      return flight.settle(v.handling(), Optional.of(place));
    }
    Handling silent = at.errorSent() ? Handling.ERROR_RESPONSE : Handling.SWALLOW;
    return flight.settle(silent, Optional.of(place));
  }

  private static Location location(DeclaredMethod method) {
    Span span = method.decl().nameSpan();
    return new Location(
        method.owner().file().path(),
        span.startLine(),
        span.startColumn(),
        span.endLine(),
        span.endColumn());
  }
}
