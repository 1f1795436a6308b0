package dev.aiaudit.flow;

import dev.aiaudit.flow.ExceptionTypes.Match;
import dev.aiaudit.flow.Verdict.End;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Catch;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.trace.Flight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a try statement does to an exception that is thrown in its body. */
final class TryFlow {
  private final FlowKnowledge knowledge;
  private final ExceptionTypes exceptions;
  private final Blocks blocks;
  private final Aftermath aftermath;

  TryFlow(FlowKnowledge knowledge, ExceptionTypes exceptions, Values values) {
    this.knowledge = knowledge;
    this.exceptions = exceptions;
    this.blocks = new Blocks(knowledge, exceptions, values);
    this.aftermath = new Aftermath(blocks);
  }

  /**
   * The failure behind the statement, on the worst of the ways it can take.
   *
   * @param origin the expression of this code at which the failure arose
   * @param provider the provider that is down
   */
  Flight pass(
      Stmt.Try attempt,
      Code code,
      Node origin,
      Flight flight,
      String provider,
      List<Guard> guards) {
    Optional<Flight> last = finallyThatEnds(attempt, code, flight, provider);
    if (last.isPresent()) {
      return last.get();
    }
    List<Flight> ends = new ArrayList<>();
    List<String> left = new ArrayList<>();
    if (flight.types().isEmpty()) {
      boolean all = caughtUnknown(attempt, code, origin, flight, provider, ends);
      return all ? worst(ends, flight) : worst(with(ends, flight), flight);
    }
    for (String type : flight.types()) {
      if (!caught(attempt, code, origin, flight, type, provider, ends)) {
        left.add(type);
      }
    }
    if (!left.isEmpty()) {
      ends.add(new Flight(flight.form(), left, flight.handling(), flight.at(), flight.detached()));
      wrongType(attempt, code, flight, ends, guards);
    }
    return worst(ends, flight);
  }

  private static List<Flight> with(List<Flight> ends, Flight flight) {
    List<Flight> all = new ArrayList<>(ends);
    all.add(flight);
    return all;
  }

  /** A catch block that answers, for an exception that this request never raises. */
  private void wrongType(
      Stmt.Try attempt, Code code, Flight flight, List<Flight> ends, List<Guard> guards) {
    boolean nothingCaught = ends.size() == 1;
    if (!nothingCaught) {
      return;
    }
    for (Catch c : attempt.catches()) {
      List<Verdict> verdicts =
          blocks.body(c.body(), situation(code, flight, "").caughtAs(c.name()));
      boolean answers =
          verdicts.stream().allMatch(v -> v.end() == End.ANSWER)
              && verdicts.stream().anyMatch(v -> v.handling().compareTo(Handling.STATIC) >= 0);
      if (answers) {
        guards.add(
            Guard.ineffective(
                GuardKind.FALLBACK,
                "try-catch",
                code.location(c.span()),
                "catch ("
                    + c.types().get(0).simpleName()
                    + ") does not match what the request throws in an outage: "
                    + simple(flight.types())));
      }
    }
  }

  private static String simple(List<String> types) {
    return String.join(", ", types.stream().map(t -> t.substring(t.lastIndexOf('.') + 1)).toList());
  }

  private Optional<Flight> finallyThatEnds(
      Stmt.Try attempt, Code code, Flight flight, String provider) {
    if (attempt.finallyBlock().isEmpty()) {
      return Optional.empty();
    }
    Situation at = situation(code, flight, provider);
    List<Verdict> ends = blocks.statement(attempt.finallyBlock().get(), at);
    boolean always = !ends.isEmpty() && ends.stream().allMatch(v -> v.end() == End.ANSWER);
    return always ? Optional.of(settle(ends, flight)) : Optional.empty();
  }

  private static Flight settle(List<Verdict> ends, Flight flight) {
    Verdict worst = ends.stream().min(Comparator.comparing(Verdict::handling)).orElseThrow();
    return flight.settle(worst.handling(), worst.at());
  }

  private boolean caughtUnknown(
      Stmt.Try attempt, Code code, Node origin, Flight flight, String provider, List<Flight> ends) {
    for (Catch c : attempt.catches()) {
      Match best = Match.NONE;
      for (var ref : c.types()) {
        Match one = exceptions.matchUnknown(knowledge.typer().resolve(ref, code));
        best = one.compareTo(best) < 0 ? one : best;
      }
      if (best == Match.ALL) {
        ends.add(handled(attempt, c, code, origin, flight, provider));
        return true;
      }
    }
    return false;
  }

  /** Whether some clause catches the exception on every way; what the clauses do is added. */
  private boolean caught(
      Stmt.Try attempt,
      Code code,
      Node origin,
      Flight flight,
      String type,
      String provider,
      List<Flight> ends) {
    for (Catch c : attempt.catches()) {
      Match best = Match.NONE;
      for (var ref : c.types()) {
        JavaType clause = knowledge.typer().resolve(ref, code);
        Match one = exceptions.match(clause, type);
        best = one.compareTo(best) < 0 ? one : best;
      }
      if (best != Match.NONE) {
        Flight one =
            new Flight(
                flight.form(), List.of(type), flight.handling(), flight.at(), flight.detached());
        ends.add(handled(attempt, c, code, origin, one, provider));
        if (best == Match.ALL) {
          return true;
        }
      }
    }
    return false;
  }

  private Situation situation(Code code, Flight flight, String provider) {
    return Situation.in(code, provider, flight.types());
  }

  private Flight handled(
      Stmt.Try attempt, Catch c, Code code, Node origin, Flight flight, String provider) {
    Situation at = situation(code, flight, provider).caughtAs(c.name());
    List<Verdict> verdicts = blocks.body(c.body(), at);
    List<Flight> ends = new ArrayList<>();
    for (Verdict v : verdicts) {
      switch (v.end()) {
        case THROW -> ends.add(rethrown(v, c, code, flight));
        case ANSWER -> ends.add(flight.settle(v.handling(), v.at()));
        default -> ends.add(goesOn(attempt, v, c, code, origin, flight, at.branch()));
      }
    }
    return worst(ends, flight);
  }

  private static Flight rethrown(Verdict v, Catch c, Code code, Flight flight) {
    Location place = v.at().orElseGet(() -> code.location(c.span()));
    return flight.rethrow(v.types(), place);
  }

  /** The handler is through and does not say what the caller gets: what follows decides. */
  private Flight goesOn(
      Stmt.Try attempt, Verdict end, Catch c, Code code, Node origin, Flight flight, Situation at) {
    Optional<Flight> alternate = nextProvider(attempt, end, code, origin, flight);
    if (alternate.isPresent()) {
      return alternate.get();
    }
    boolean nextRound = end.end() == End.NEXT_ROUND;
    List<Flight> ends = new ArrayList<>();
    for (Verdict v : aftermath.behind(attempt, nextRound, at)) {
      Optional<Location> place = Optional.of(code.location(c.span()));
      ends.add(
          v.end() == End.THROW
              ? rethrown(v, c, code, flight)
              : flight.settle(v.handling(), v.handling() == Handling.SWALLOW ? place : v.at()));
    }
    return worst(ends, flight);
  }

  /** A loop over clients goes on with the next one. */
  private Optional<Flight> nextProvider(
      Stmt.Try attempt, Verdict end, Code code, Node origin, Flight flight) {
    if (end.end() == End.BREAK) {
      return Optional.empty();
    }
    Node child = attempt;
    for (Optional<Node> p = code.parent(child); p.isPresent(); p = code.parent(child)) {
      if (p.get() instanceof Expr.Lambda) {
        return Optional.empty();
      }
      if (p.get() instanceof Stmt.ForEach loop) {
        boolean client = origin instanceof Expr e && usesAsReceiver(e, loop.name());
        return client
            ? Optional.of(
                flight.settle(
                    Handling.ALTERNATE_OTHER_PROVIDER, Optional.of(code.location(loop.iterable()))))
            : Optional.empty();
      }
      child = p.get();
    }
    return Optional.empty();
  }

  private static boolean usesAsReceiver(Expr e, String variable) {
    Expr at = e;
    while (at instanceof Expr.Call call) {
      if (call.scope().isEmpty()) {
        return call.args().stream()
            .anyMatch(a -> a instanceof Expr.Name n && n.id().equals(variable));
      }
      boolean argument =
          call.args().stream().anyMatch(a -> a instanceof Expr.Name n && n.id().equals(variable));
      if (argument) {
        return true;
      }
      at = call.scope().get();
    }
    return at instanceof Expr.Name name && name.id().equals(variable);
  }

  /** The worst way: an exception that goes on, then by handling. */
  static Flight worst(List<Flight> ends, Flight otherwise) {
    return ends.stream()
        .min(
            Comparator.comparing((Flight f) -> !f.travelling())
                .thenComparing(Flight::handling)
                .thenComparing(f -> f.types().size()))
        .orElse(otherwise);
  }
}
