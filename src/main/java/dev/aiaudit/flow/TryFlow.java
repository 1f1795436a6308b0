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
import java.util.Set;

/** What a try statement does to an exception that is thrown in its body. */
final class TryFlow {
  /** Names of variables and types that stand for one of several AI clients. */
  private static final java.util.regex.Pattern CLIENT_NAME =
      java.util.regex.Pattern.compile(
          "(?i)provider|model|client|channel|backend|endpoint|llm|engine|gateway");

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
    if (flight.types().isEmpty()) {
      boolean all = caughtUnknown(attempt, code, origin, flight, provider, ends);
      return all ? worst(ends, flight) : worst(with(ends, flight), flight);
    }
    List<Flight> byType = new ArrayList<>();
    for (String type : flight.types()) {
      Flight one = with(flight, List.of(type));
      List<Flight> caught = new ArrayList<>();
      if (!caught(attempt, code, origin, one, type, provider, caught)) {
        caught.add(one);
      }
      byType.add(worst(caught, one));
    }
    if (byType.stream().allMatch(Flight::travelling)) {
      wrongType(attempt, code, flight, byType, guards);
    }
    return combined(byType, flight);
  }

  private static Flight with(Flight flight, List<String> types) {
    return flight.withTypes(types);
  }

  /**
   * A fallback that acts on an error answer and not on a hang leaves the worse way open. Where
   * there is no fallback on any way, the way of the error answer, which stands first, says best
   * what the caller gets.
   */
  private Flight combined(List<Flight> byType, Flight flight) {
    List<Flight> onTheirWay = byType.stream().filter(Flight::travelling).toList();
    if (onTheirWay.size() == byType.size()) {
      return allTravelling(byType);
    }
    boolean fallback = byType.stream().anyMatch(f -> !f.travelling() && !f.handling().unhandled());
    return fallback ? worst(byType, flight) : byType.get(0);
  }

  private static Flight allTravelling(List<Flight> byType) {
    Flight first = byType.get(0);
    List<String> types = byType.stream().flatMap(f -> f.types().stream()).distinct().toList();
    boolean unknown = byType.stream().anyMatch(f -> f.types().isEmpty());
    return with(first, unknown ? List.of() : types);
  }

  private static List<Flight> with(List<Flight> ends, Flight flight) {
    List<Flight> all = new ArrayList<>(ends);
    all.add(flight);
    return all;
  }

  /**
   * A catch block that answers, around code that only makes a pipeline or future: the failure comes
   * later, when nobody is in the try block any more.
   */
  Optional<Guard> tooEarly(Stmt.Try attempt, Code code, Flight flight, String provider) {
    for (Catch c : attempt.catches()) {
      boolean general =
          c.types().stream()
              .map(t -> knowledge.typer().resolve(t, code))
              .anyMatch(t -> exceptions.matchUnknown(t) == Match.ALL);
      List<Verdict> verdicts =
          blocks.body(c.body(), situation(code, flight, provider).caughtAs(c.name()));
      boolean answers =
          !verdicts.isEmpty() && verdicts.stream().allMatch(v -> v.end() == End.ANSWER);
      if (general && answers) {
        return Optional.of(
            Guard.ineffective(
                GuardKind.FALLBACK,
                "try-catch",
                code.location(c.span()),
                "the try block only makes the "
                    + (flight.form() == Flight.Form.FUTURE ? "future" : "pipeline")
                    + "; it fails later, outside of it"));
      }
    }
    return Optional.empty();
  }

  /** A catch block that answers, for an exception that this request never raises. */
  private void wrongType(
      Stmt.Try attempt, Code code, Flight flight, List<Flight> ends, List<Guard> guards) {
    if (ends.stream().anyMatch(f -> f.handling() != flight.handling())) {
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
        ends.add(handled(attempt, c, code, origin, flight.withTypes(List.of(type)), provider));
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
    Situation at =
        situation(code, flight, provider)
            .withClient(
                knowledge.requests().at(origin).isPresent()
                    ? Alternates.clientOf(origin)
                    : Optional.empty())
            .withFailed(origin)
            .caughtAs(c.name());
    List<Verdict> verdicts = blocks.body(c.body(), at);
    List<Flight> ends = new ArrayList<>();
    for (Verdict v : verdicts) {
      switch (v.end()) {
        case THROW -> ends.add(rethrown(v, c, code, flight).tell(at.clientTold()));
        case ANSWER -> ends.add(flight.settle(v.handling(), v.at()).tell(at.clientTold()));
        default -> ends.add(goesOn(attempt, v, c, code, origin, flight, at.branch()));
      }
    }
    return worst(ends, flight);
  }

  /**
   * Whether some clause lets the code go on when this failure comes, so that a loop around it runs
   * once more. A clause that goes on for a used-up quota only does not.
   */
  boolean goesOn(Stmt.Try attempt, Code code, Flight flight, String provider) {
    Situation at = situation(code, flight, provider);
    return attempt.catches().stream()
        .filter(c -> flight.types().isEmpty() || mayCatch(c, code, flight.types()))
        .flatMap(c -> blocks.body(c.body(), at.caughtAs(c.name())).stream())
        .anyMatch(v -> v.end() == End.FALL_THROUGH || v.end() == End.NEXT_ROUND);
  }

  private boolean mayCatch(Catch clause, Code code, List<String> types) {
    return clause.types().stream()
        .map(t -> knowledge.typer().resolve(t, code))
        .anyMatch(
            c -> types.stream().anyMatch(thrown -> exceptions.match(c, thrown) != Match.NONE));
  }

  private static Flight rethrown(Verdict v, Catch c, Code code, Flight flight) {
    Location place = v.at().orElseGet(() -> code.location(c.span()));
    return flight.rethrow(v.types(), place);
  }

  /** The handler is through and does not say what the caller gets: what follows decides. */
  private Flight goesOn(
      Stmt.Try attempt,
      Verdict last,
      Catch c,
      Code code,
      Node origin,
      Flight flight,
      Situation at) {
    Optional<Flight> alternate = nextProvider(attempt, last, code, origin, flight);
    if (alternate.isPresent()) {
      return alternate.get();
    }
    boolean nextRound = last.end() == End.NEXT_ROUND;
    List<Flight> ends = new ArrayList<>();
    boolean shared = blocks.fallsThrough(attempt.body(), situation(code, flight, "none"));
    Set<String> decided = shared ? aftermath.assigned(attempt) : Set.of();
    Optional<Location> place = Optional.of(code.location(c.span()));
    for (Verdict v : aftermath.behind(attempt, nextRound, at.sharedWithSuccess(shared))) {
      if (v.end() == End.THROW) {
        ends.add(rethrown(v, c, code, flight).tell(at.clientTold()));
      } else {
        // What follows in success as well is no answer to the failure, unless the handler decides
        // on it.
        boolean own = !shared || v.decided() || aftermath.mentions(v, decided);
        boolean silent =
            v.handling() == Handling.STATIC && !own || v.handling() == Handling.SWALLOW;
        boolean here = v.at().equals(Optional.of(code.location(attempt)));
        Flight end =
            silent
                ? flight.settle(Handling.SWALLOW, place)
                : flight.settle(v.handling(), here ? place : v.at());
        ends.add(end.tell(at.clientTold()));
      }
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
        boolean client = origin instanceof Expr e && usesAsReceiver(e, loop);
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

  /**
   * Whether the expression works on the loop's variable: as its receiver, or as one of several
   * clients it is given.
   */
  private static boolean usesAsReceiver(Expr e, Stmt.ForEach loop) {
    Expr at = e;
    boolean clients = CLIENT_NAME.matcher(loop.name() + " " + loop.type().simpleName()).find();
    while (at instanceof Expr.Call call) {
      boolean argument = call.args().stream().anyMatch(a -> Conditions.mentions(a, loop.name()));
      if (argument && clients) {
        return true;
      }
      if (call.scope().isEmpty()) {
        return false;
      }
      at = call.scope().get();
    }
    return at instanceof Expr.Name name && name.id().equals(loop.name());
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
