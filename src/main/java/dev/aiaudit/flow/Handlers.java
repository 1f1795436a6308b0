package dev.aiaudit.flow;

import dev.aiaudit.flow.Verdict.End;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.trace.Flight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads handlers that are given as arguments: a value, a lambda, a method reference. */
final class Handlers {
  private final FlowKnowledge knowledge;
  private final Values values;
  private final Blocks blocks;

  Handlers(FlowKnowledge knowledge, ExceptionTypes exceptions, Values values) {
    this.knowledge = knowledge;
    this.values = values;
    this.blocks = new Blocks(knowledge, exceptions, values);
  }

  /** The failure after a handler that is asked only when there is one. */
  Flight run(Expr handler, Code code, Flight flight, String provider, Location place) {
    Situation at = Situation.in(code, provider, flight.types());
    if (handler instanceof Expr.Lambda lambda) {
      return lambda(lambda, lambda.params().size() - 1, at, flight, place);
    }
    if (handler instanceof Expr.MethodRef ref) {
      return reference(ref, at, flight, place);
    }
    Optional<Expr.Lambda> stored = stored(handler, code);
    if (stored.isPresent()) {
      return lambda(stored.get(), stored.get().params().size() - 1, at, flight, place);
    }
    return ended(List.of(blocks.answer(handler, at)), at, flight, place);
  }

  /** The failure after a handler that gets value and failure, such as that of {@code handle}. */
  Flight runBoth(Expr handler, Code code, Flight flight, String provider, Location place) {
    if (handler instanceof Expr.Lambda lambda && lambda.params().size() == 2) {
      Situation at = Situation.in(code, provider, flight.types());
      at.assign(lambda.params().get(0).name(), Handling.SWALLOW);
      at.assign(lambda.params().get(1).name(), Handling.STATIC);
      return lambda(lambda, 1, at, flight, place);
    }
    return run(handler, code, flight, provider, place);
  }

  private Flight lambda(
      Expr.Lambda lambda, int throwable, Situation at, Flight flight, Location place) {
    Situation inside =
        throwable >= 0 && throwable < lambda.params().size()
            ? at.caughtAs(lambda.params().get(throwable).name())
            : at;
    return ended(blocks.body(lambda.body(), inside), inside, flight, place);
  }

  private Flight ended(List<Verdict> verdicts, Situation at, Flight flight, Location place) {
    List<Flight> ends = new ArrayList<>();
    for (Verdict v : verdicts) {
      if (v.end() == End.THROW) {
        Location where = v.at().orElse(place);
        ends.add(flight.withTypes(v.types()).handled(Handling.RETHROW, Optional.of(where)));
      } else if (v.end() == End.ANSWER) {
        ends.add(flight.settle(v.handling(), Optional.of(place)).tell(at.clientTold()));
      } else {
        Handling silent = at.errorSent() ? Handling.ERROR_RESPONSE : Handling.SWALLOW;
        ends.add(flight.settle(silent, Optional.of(place)).tell(at.clientTold()));
      }
    }
    return TryFlow.worst(ends, flight);
  }

  private Flight reference(Expr.MethodRef ref, Situation at, Flight flight, Location place) {
    Callee callee = knowledge.typer().callee(ref, at.code());
    Handling worst = Handling.ALTERNATE_OTHER_PROVIDER;
    boolean told = false;
    for (DeclaredMethod m : callee.methods()) {
      Optional<Handling> one = values.calls().answerOf(m, List.of(), at);
      told |= one.isPresent();
      worst = worst.worse(one.orElse(Handling.UNKNOWN));
    }
    if (!told) {
      return library(ref, flight, place);
    }
    return worst == Handling.RETHROW
        ? flight.withTypes(List.of()).handled(worst, Optional.of(place))
        : flight.settle(worst, Optional.of(place));
  }

  /**
   * {@code emitter::completeWithError}, {@code Mono::error}, {@code Throwable::printStackTrace}.
   */
  private static Flight library(Expr.MethodRef ref, Flight flight, Location place) {
    String scope = ref.scope() instanceof Expr.Name name ? name.id() : "";
    if (ref.name().equals("error") && (scope.equals("Mono") || scope.equals("Flux"))) {
      return flight.handled(Handling.RETHROW, Optional.of(place));
    }
    if (Blocks.isLogger(scope) || ref.name().equals("printStackTrace")) {
      return flight.settle(Handling.SWALLOW, Optional.of(place));
    }
    boolean sends = ErrorSinks.takesErrors(ref.name());
    return flight.settle(sends ? Handling.ERROR_RESPONSE : Handling.UNKNOWN, Optional.of(place));
  }

  private Optional<Expr.Lambda> stored(Expr handler, Code code) {
    if (handler instanceof Expr.Name name) {
      Optional<Variable> variable = knowledge.typer().variable(name.id(), name, code);
      if (variable.isPresent() && variable.get() instanceof Variable.Local local) {
        return local.decl().init().filter(i -> i instanceof Expr.Lambda).map(i -> (Expr.Lambda) i);
      }
    }
    return Optional.empty();
  }
}
