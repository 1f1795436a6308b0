package dev.aiaudit.flow;

import dev.aiaudit.catalog.guard.GuardCall;
import dev.aiaudit.catalog.guard.GuardPlaces;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.trace.Flight;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the exceptions that a handler is limited to. */
final class Filters {
  private final FlowKnowledge knowledge;
  private final ExceptionTypes exceptions;

  Filters(FlowKnowledge knowledge, ExceptionTypes exceptions) {
    this.knowledge = knowledge;
    this.exceptions = exceptions;
  }

  /** The listed exception classes; empty when there is no such list or it cannot be read. */
  private List<JavaType> listed(GuardCall guard, Expr.Call call, Code code) {
    OptionalInt filter = GuardPlaces.at(guard.places().filter(), call.args().size());
    OptionalInt handler = GuardPlaces.at(guard.places().handler(), call.args().size());
    if (filter.isEmpty() || filter.equals(handler)) {
      return List.of();
    }
    Expr value = call.args().get(filter.getAsInt());
    Stream<Expr> parts =
        value instanceof Expr.Call list && list.args().size() > 0
            ? list.args().stream()
            : Stream.of(value);
    List<Expr> all = parts.toList();
    return all.stream().allMatch(e -> e instanceof Expr.ClassLiteral)
        ? all.stream()
            .map(e -> knowledge.typer().resolve(((Expr.ClassLiteral) e).type(), code))
            .toList()
        : List.of();
  }

  /** Whether the handler acts on everything that the flight may be. */
  boolean match(GuardCall guard, Expr.Call call, Code code, Flight flight) {
    List<JavaType> listed = listed(guard, call, code);
    if (listed.isEmpty()) {
      return true;
    }
    return flight.types().isEmpty()
        ? listed.stream().anyMatch(t -> exceptions.matchUnknown(t) == ExceptionTypes.Match.ALL)
        : flight.types().stream().allMatch(t -> covered(t, listed));
  }

  private boolean covered(String type, List<JavaType> listed) {
    return listed.stream().anyMatch(l -> exceptions.match(l, type) == ExceptionTypes.Match.ALL);
  }

  /** What to tell of a handler that acts on nothing that an outage raises. */
  Optional<Guard> missed(GuardCall guard, Expr.Call call, Code code, Flight flight) {
    List<JavaType> listed = listed(guard, call, code);
    boolean some =
        flight.types().isEmpty()
            || flight.types().stream()
                .anyMatch(
                    t ->
                        listed.stream()
                            .anyMatch(l -> exceptions.match(l, t) != ExceptionTypes.Match.NONE));
    if (listed.isEmpty() || some) {
      return Optional.empty();
    }
    return Optional.of(
        Guard.ineffective(
            GuardKind.FALLBACK,
            CarrierFlow.GuardKinds.library(guard),
            code.location(call.nameSpan()),
            "it acts on "
                + listed.stream().map(JavaType::simpleName).collect(Collectors.joining(", "))
                + " only, the request throws "
                + flight.types().stream()
                    .map(t -> t.substring(t.lastIndexOf('.') + 1))
                    .collect(Collectors.joining(", "))
                + " in an outage"));
  }
}
