package dev.aiaudit.flow;

import dev.aiaudit.catalog.detach.DetachCall;
import dev.aiaudit.catalog.detach.Join;
import dev.aiaudit.catalog.guard.GuardCall;
import dev.aiaudit.catalog.guard.GuardPlaces;
import dev.aiaudit.catalog.guard.Wrapper;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.trace.Flight;
import dev.aiaudit.trace.Flight.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the operators of a future or pipeline do to a failure inside it. */
final class CarrierFlow {
  private static final Set<String> STAGES =
      Set.of(
          "supplyAsync",
          "runAsync",
          "thenApply",
          "thenApplyAsync",
          "thenAccept",
          "thenCompose",
          "thenComposeAsync",
          "whenComplete");

  private final FlowKnowledge knowledge;
  private final Handlers handlers;
  private final Policies policies;
  private final Filters filters;

  CarrierFlow(FlowKnowledge knowledge, ExceptionTypes exceptions, Values values) {
    this.knowledge = knowledge;
    this.handlers = new Handlers(knowledge, exceptions, values);
    this.policies = new Policies(knowledge);
    this.filters = new Filters(knowledge, exceptions);
  }

  /** The failure behind a call on the future or pipeline that carries it. */
  Flight operator(
      Expr.Call call, Node carrier, Code code, Flight flight, String provider, List<Guard> guards) {
    String type = typeOf(carrier, code, flight);
    Optional<GuardCall> guard = knowledge.guards().call(type, call.name(), call.args().size());
    Flight after = flight;
    if (guard.isPresent()) {
      after = guarded(guard.get(), call, code, flight, provider, guards);
      if (!after.travelling()) {
        return after;
      }
    }
    Optional<Join> join = knowledge.detach().joins(type, call.name());
    if (join.filter(j -> j.kind() == Join.Kind.BLOCKS).isPresent()) {
      return joined(after, type, call.name());
    }
    Optional<DetachCall> detach = knowledge.detach().detach(type, call.name());
    boolean subscribed =
        detach
            .filter(d -> d.effect() == dev.aiaudit.catalog.detach.Effect.REACTIVE_SUBSCRIBE)
            .isPresent();
    return subscribed ? subscribed(call, code, after) : after;
  }

  /**
   * A retry or breaker further out in the same chain as a handler that has answered: it never sees
   * a failure.
   */
  void tooLate(
      Expr.Call call, Node carrier, Code code, Optional<Location> answered, List<Guard> guards) {
    String type = typeOf(carrier, code, Flight.starting(Form.REACTIVE, List.of()));
    Optional<GuardCall> guard = knowledge.guards().call(type, call.name(), call.args().size());
    Optional<GuardKind> kind =
        guard
            .flatMap(g -> GuardKinds.kind(g.effect()))
            .filter(k -> k == GuardKind.RETRY || k == GuardKind.CIRCUIT_BREAKER);
    kind.ifPresent(
        k ->
            guards.add(
                Guard.ineffective(
                    k,
                    GuardKinds.library(guard.get()),
                    code.location(call.nameSpan()),
                    "the fallback"
                        + answered.map(a -> " in line " + a.startLine()).orElse("")
                        + " stands closer to the call and answers first, so that it never sees a"
                        + " failure")));
  }

  /** The library type of a carrier; where it is not known, the usual one for its form. */
  String typeOf(Node carrier, Code code, Flight flight) {
    JavaType type =
        carrier instanceof Expr e ? knowledge.typer().typeOf(e, code) : JavaType.UNKNOWN;
    boolean useful =
        type.isKnown()
            && (knowledge.types().container(type.name()).isPresent()
                || !knowledge.types().supertypes(type.name()).isEmpty());
    if (useful) {
      return type.name();
    }
    return flight.form() == Form.FUTURE
        ? "java.util.concurrent.CompletableFuture"
        : "reactor.core.publisher.Flux";
  }

  private Flight joined(Flight flight, String type, String method) {
    List<String> wrapped =
        knowledge.guards().wrappers(type, method).stream()
            .filter(w -> w.when() == Wrapper.When.ALWAYS)
            .map(Wrapper::exception)
            .toList();
    Flight thrown = flight.as(Form.THROWN);
    return wrapped.isEmpty() ? thrown : thrown.withTypes(wrapped);
  }

  /** Nobody waits for a subscription, and nothing but its error consumer hears of a failure. */
  private static Flight subscribed(Expr.Call call, Code code, Flight flight) {
    return flight.detach().settle(flight.handling(), Optional.of(code.location(call.nameSpan())));
  }

  private Flight guarded(
      GuardCall guard,
      Expr.Call call,
      Code code,
      Flight flight,
      String provider,
      List<Guard> guards) {
    Location place = code.location(call.nameSpan());
    GuardKinds.of(guard, place, call)
        .forEach(g -> guards.add(policies.valued(g, guard, call, code)));
    return switch (guard.effect()) {
      case RECOVER_VALUE, RECOVER_WITH, TIMEOUT_WITH_FALLBACK ->
          recovered(guard, call, code, flight, provider, guards);
      case RECOVER_BOTH -> both(guard, call, code, flight, provider);
      case RECOVER_EMPTY -> flight.settle(Handling.SWALLOW, Optional.of(place));
      case MAP_ERROR -> flight.withTypes(List.of()).handled(Handling.RETHROW, Optional.of(place));
      case RETHROW, RUN -> flight.as(Form.THROWN);
      default -> flight;
    };
  }

  private Flight recovered(
      GuardCall guard,
      Expr.Call call,
      Code code,
      Flight flight,
      String provider,
      List<Guard> guards) {
    if (guard.effect() == dev.aiaudit.catalog.guard.Effect.TIMEOUT_WITH_FALLBACK) {
      return flight;
    }
    Optional<Expr.Call> selects = selecting(call, code);
    Expr.Call filter = selects.orElse(call);
    GuardCall filtering = selects.flatMap(s -> guard(s, code)).orElse(guard);
    if (!filters.match(filtering, filter, code, flight)) {
      filters.missed(filtering, filter, code, flight).ifPresent(guards::add);
      return flight;
    }
    OptionalInt handler = GuardPlaces.at(guard.places().handler(), call.args().size());
    if (handler.isEmpty()) {
      return flight;
    }
    Location place = code.location(call.nameSpan());
    Expr answer = call.args().get(handler.getAsInt());
    Flight after = handlers.run(answer, code, wrapped(call, flight), provider, place);
    if (!after.travelling() && after.handling().compareTo(Handling.STATIC) >= 0) {
      guards.add(Guard.effective(GuardKind.FALLBACK, GuardKinds.library(guard), place));
    }
    return after;
  }

  private Flight both(GuardCall guard, Expr.Call call, Code code, Flight flight, String provider) {
    OptionalInt handler = GuardPlaces.at(guard.places().handler(), call.args().size());
    if (handler.isEmpty()) {
      return flight;
    }
    Location place = code.location(call.nameSpan());
    Flight seen = wrapped(call, flight);
    return handlers.runBoth(call.args().get(handler.getAsInt()), code, seen, provider, place);
  }

  /** {@code onFailure(IOException.class)} in front of {@code recoverWithItem(..)}. */
  private Optional<Expr.Call> selecting(Expr.Call call, Code code) {
    return call.scope()
        .filter(s -> s instanceof Expr.Call)
        .map(s -> (Expr.Call) s)
        .filter(
            s ->
                guard(s, code)
                    .filter(g -> g.effect() == dev.aiaudit.catalog.guard.Effect.START)
                    .filter(g -> g.places().filter().isPresent())
                    .isPresent());
  }

  private Optional<GuardCall> guard(Expr.Call call, Code code) {
    String type = knowledge.typer().callee(call, code).receiver().name();
    return knowledge.guards().call(type, call.name(), call.args().size());
  }

  /** A stage that runs code of its own hands on what it throws inside a CompletionException. */
  private static Flight wrapped(Expr.Call call, Flight flight) {
    boolean stage =
        flight.form() == Form.FUTURE
            && call.scope()
                .filter(s -> s instanceof Expr.Call made && STAGES.contains(made.name()))
                .isPresent();
    return stage && !flight.types().isEmpty()
        ? flight.withTypes(List.of("java.util.concurrent.CompletionException"))
        : flight;
  }

  /** Guards of the catalogue as the report names them. */
  static final class GuardKinds {
    private GuardKinds() {}

    /** The kinds that a guard brings along besides its effect. */
    static List<Guard> kinds(GuardCall guard, Location place) {
      return guard.kinds().stream().sorted().map(k -> guard(k, guard, place)).toList();
    }

    static List<Guard> of(GuardCall guard, Location place, Expr.Call call) {
      List<Guard> out = new ArrayList<>();
      kind(guard.effect()).ifPresent(k -> out.add(guard(k, guard, place)));
      for (GuardKind kind : guard.kinds().stream().sorted().toList()) {
        if (out.stream().noneMatch(g -> g.kind() == kind)) {
          out.add(guard(kind, guard, place));
        }
      }
      return out;
    }

    private static Guard guard(GuardKind kind, GuardCall call, Location place) {
      return new Guard(
          kind, library(call), place, true, Optional.empty(), Optional.empty(), Evidence.DECLARED);
    }

    static String library(GuardCall guard) {
      int dot = guard.id().indexOf('.');
      return dot < 0 ? guard.id() : guard.id().substring(0, dot);
    }

    private static Optional<GuardKind> kind(dev.aiaudit.catalog.guard.Effect effect) {
      return switch (effect) {
        case RETRY -> Optional.of(GuardKind.RETRY);
        case TIMEOUT, TIMEOUT_WITH_FALLBACK -> Optional.of(GuardKind.TIMEOUT);
        case CIRCUIT_BREAKER -> Optional.of(GuardKind.CIRCUIT_BREAKER);
        case BULKHEAD -> Optional.of(GuardKind.BULKHEAD);
        case RATE_LIMITER -> Optional.of(GuardKind.RATE_LIMITER);
        case CACHE, CACHE_READ -> Optional.of(GuardKind.CACHE);
        case HEDGE -> Optional.of(GuardKind.HEDGE);
        default -> Optional.empty();
      };
    }
  }
}
