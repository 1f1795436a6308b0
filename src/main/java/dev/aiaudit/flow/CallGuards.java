package dev.aiaudit.flow;

import dev.aiaudit.catalog.guard.Effect;
import dev.aiaudit.catalog.guard.GuardCall;
import dev.aiaudit.catalog.guard.GuardPlaces;
import dev.aiaudit.catalog.guard.Wrapper;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.trace.Flight;
import dev.aiaudit.trace.Flight.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What calls that are given the code they guard do to its failure. */
final class CallGuards {
  private final FlowKnowledge knowledge;
  private final ExceptionTypes exceptions;
  private final Handlers handlers;
  private final Policies policies;
  private final Filters filters;
  private final DroppedResults results;

  CallGuards(FlowKnowledge knowledge, ExceptionTypes exceptions, Values values) {
    this.knowledge = knowledge;
    this.exceptions = exceptions;
    this.handlers = new Handlers(knowledge, exceptions, values);
    this.filters = new Filters(knowledge, exceptions);
    this.policies = new Policies(knowledge);
    this.results = new DroppedResults(knowledge, new Carried(knowledge.typer()));
  }

  /**
   * The failure behind a call that runs one of its arguments; empty when the call guards nothing.
   *
   * @param type the receiver, or for static methods the declaring type
   * @param argument the position of the code in which the failure arose
   * @param guards takes the guards found
   */
  Optional<Flight> argument(
      String type,
      Expr.Call call,
      int argument,
      Code code,
      Flight flight,
      String provider,
      List<Guard> guards) {
    Optional<GuardCall> found = knowledge.guards().call(type, call.name(), call.args().size());
    if (found.isEmpty() || !flight.travelling()) {
      return Optional.empty();
    }
    GuardCall guard = found.get();
    OptionalInt guarded = GuardPlaces.at(guard.places().guarded(), call.args().size());
    if (guarded.isEmpty() || guarded.getAsInt() != argument) {
      return Optional.empty();
    }
    Run run = new Run(guard, call, code, provider, guards);
    Optional<Flight> after = effect(run, type, flight);
    if (DroppedResults.decorates(call) && results.unused(call, code)) {
      results.notCalled(guards, call, code);
      return Optional.of(flight);
    }
    return after;
  }

  private Optional<Flight> effect(Run run, String type, Flight flight) {
    return switch (run.guard().effect()) {
      case RECOVER_WITH, RECOVER_VALUE, RECOVER_BOTH -> recovered(run, type, flight);
      case RECOVER_EMPTY -> Optional.of(flight.settle(Handling.SWALLOW, Optional.of(run.place())));
      case START -> Optional.of(flight.as(Form.FUTURE));
      case RUN -> Optional.of(underPolicies(run, flight));
      case RETRY, TIMEOUT, CIRCUIT_BREAKER, BULKHEAD, RATE_LIMITER, CACHE ->
          Optional.of(guarded(run, type, flight));
      default -> Optional.empty();
    };
  }

  /** A guarding call that runs code, and whom to tell about it. */
  private record Run(
      GuardCall guard, Expr.Call call, Code code, String provider, List<Guard> guards) {
    Location place() {
      return code.location(call.nameSpan());
    }
  }

  private Optional<Flight> recovered(Run run, String type, Flight flight) {
    OptionalInt handler = GuardPlaces.at(run.guard().places().handler(), run.call().args().size());
    if (handler.isEmpty()) {
      return Optional.empty();
    }
    Flight before = guarded(run, type, flight);
    Optional<String> off =
        run.guard().switchedOnBy().filter(s -> policies.isOff(s, run.call(), run.code()));
    if (off.isPresent()) {
      run.guards()
          .add(
              Guard.ineffective(
                  GuardKind.FALLBACK,
                  CarrierFlow.GuardKinds.library(run.guard()),
                  run.place(),
                  "without "
                      + off.get()
                      + "(true) it answers only while the breaker is open; a failure goes to the"
                      + " caller"));
      return Optional.of(before);
    }
    if (!filters.match(run.guard(), run.call(), run.code(), before)) {
      filters.missed(run.guard(), run.call(), run.code(), before).ifPresent(run.guards()::add);
      return Optional.of(before);
    }
    Expr answer = run.call().args().get(handler.getAsInt());
    if (answer instanceof Expr.Literal nothing && nothing.is(Expr.Literal.Kind.NULL)) {
      return Optional.of(before);
    }
    Flight after = handlers.run(answer, run.code(), before, run.provider(), run.place());
    report(after, run);
    return Optional.of(after);
  }

  private static void report(Flight after, Run run) {
    if (!after.travelling() && after.handling().compareTo(Handling.STATIC) >= 0) {
      String by = CarrierFlow.GuardKinds.library(run.guard());
      run.guards().add(Guard.effective(GuardKind.FALLBACK, by, run.place()));
    }
  }

  /** Guards that change when the failure comes and as which exception, not whether. */
  private Flight guarded(Run run, String type, Flight flight) {
    boolean late =
        run.guard().effect() == Effect.TIMEOUT
            && run.call().name().contains("Future")
            && flight.form() == Form.THROWN;
    for (Guard guard : CarrierFlow.GuardKinds.of(run.guard(), run.place(), run.call())) {
      if (late) {
        run.guards()
            .add(
                Guard.ineffective(
                    guard.kind(),
                    guard.by(),
                    guard.location(),
                    "the supplier makes the call before it returns the future, so that the time has"
                        + " passed when the limit begins"));
        continue;
      }
      run.guards().add(policies.valued(guard, run.guard(), run.call(), run.code()));
    }
    List<String> thrown =
        knowledge.guards().wrappers(type, run.call().name()).stream()
            .filter(w -> replaces(w, run.guard()))
            .map(Wrapper::exception)
            .distinct()
            .toList();
    return thrown.isEmpty() ? flight : flight.withTypes(thrown);
  }

  private static boolean replaces(Wrapper wrapper, GuardCall guard) {
    boolean recovers = guard.places().handler().isPresent();
    return wrapper.when() == Wrapper.When.ALWAYS
        || wrapper.when() == Wrapper.When.EXHAUSTED
        || wrapper.when() == Wrapper.When.NO_RECOVERY && !recovers;
  }

  /** {@code Failsafe.with(fallback, retry).get(..)}: the last policy stands closest to the code. */
  private Flight underPolicies(Run run, Flight flight) {
    List<Policies.Policy> all = new ArrayList<>(policies.of(run.call(), run.code()));
    Collections.reverse(all);
    Flight after = flight;
    for (Policies.Policy policy : all) {
      after = under(policy, run, after);
    }
    boolean dropped =
        run.call().name().endsWith("Async")
            && run.code().parent(run.call()).filter(p -> p instanceof Stmt.Expression).isPresent();
    return dropped ? after.detach() : after;
  }

  private Flight under(Policies.Policy policy, Run run, Flight flight) {
    GuardCall guard = policy.guard();
    Location place = policy.code().location(policy.call().nameSpan());
    if (!flight.travelling()) {
      tooLate(guard, place, run);
      return flight;
    }
    Optional<String> blind = blind(policy, run, flight);
    if (blind.isPresent()) {
      GuardKind other = recovers(guard) ? GuardKind.FALLBACK : GuardKind.RETRY;
      GuardKind kind =
          CarrierFlow.GuardKinds.of(guard, place, policy.call()).stream()
              .findFirst()
              .map(Guard::kind)
              .orElse(other);
      String by = CarrierFlow.GuardKinds.library(guard);
      run.guards().add(Guard.ineffective(kind, by, place, blind.get()));
      return flight;
    }
    if (recovers(guard)) {
      return policyFallback(policy, run, flight, place);
    }
    for (Guard one : CarrierFlow.GuardKinds.of(guard, place, policy.call())) {
      run.guards().add(policies.valued(one, policy));
    }
    return guard.effect() == Effect.MAP_ERROR
        ? flight.withTypes(List.of()).handled(Handling.RETHROW, Optional.of(place))
        : flight;
  }

  private static boolean recovers(GuardCall guard) {
    return guard.effect() == Effect.RECOVER_WITH || guard.effect() == Effect.RECOVER_VALUE;
  }

  /** Why a policy of Failsafe sees nothing of an outage in code that is run in this way. */
  private static Optional<String> blind(Policies.Policy policy, Run run, Flight flight) {
    String how = run.call().name();
    if (!CarrierFlow.GuardKinds.library(policy.guard()).startsWith("failsafe")) {
      return Optional.empty();
    }
    if (flight.form() == Form.FUTURE && !how.contains("Stage")) {
      return Optional.of(
          "the code gives back a future, whose failure "
              + how
              + " does not see; getStageAsync does");
    }
    boolean uninterrupted =
        policy.guard().effect() == Effect.TIMEOUT
            && !how.endsWith("Async")
            && !calls(policy.whole()).contains("withInterrupt");
    return uninterrupted
        ? Optional.of(
            "without withInterrupt() the caller is held until the code returns by itself, and only"
                + " then gets the exception")
        : Optional.empty();
  }

  /** The methods of a chain of calls. */
  private static List<String> calls(Expr chain) {
    List<String> out = new ArrayList<>();
    for (Expr e = chain; e instanceof Expr.Call link; e = link.scope().orElse(link)) {
      out.add(link.name());
      if (link.scope().isEmpty()) {
        break;
      }
    }
    return out;
  }

  private Flight policyFallback(Policies.Policy policy, Run run, Flight flight, Location place) {
    OptionalInt handler =
        GuardPlaces.at(policy.guard().places().handler(), policy.call().args().size());
    if (handler.isEmpty()) {
      return flight;
    }
    String by = CarrierFlow.GuardKinds.library(policy.guard());
    boolean acts =
        policy.filters().isEmpty()
            || flight.types().isEmpty()
            || flight.types().stream()
                .anyMatch(
                    t ->
                        policy.filters().stream()
                            .anyMatch(f -> exceptions.match(f, t) == ExceptionTypes.Match.ALL));
    if (!acts) {
      run.guards()
          .add(
              Guard.ineffective(
                  GuardKind.FALLBACK,
                  by,
                  place,
                  "it handles "
                      + policy.filters().get(0).simpleName()
                      + ", which the request does not throw in an outage"));
      return flight;
    }
    Flight after =
        handlers.run(
            policy.call().args().get(handler.getAsInt()),
            policy.code(),
            flight,
            run.provider(),
            place);
    if (!after.travelling() && after.handling().compareTo(Handling.STATIC) >= 0) {
      run.guards().add(Guard.effective(GuardKind.FALLBACK, by, place));
    }
    return after;
  }

  private static void tooLate(GuardCall guard, Location place, Run run) {
    if (guard.effect() == Effect.RETRY || guard.effect() == Effect.CIRCUIT_BREAKER) {
      GuardKind kind = guard.effect() == Effect.RETRY ? GuardKind.RETRY : GuardKind.CIRCUIT_BREAKER;
      run.guards()
          .add(
              Guard.ineffective(
                  kind,
                  CarrierFlow.GuardKinds.library(guard),
                  place,
                  "the fallback stands closer to the call and answers first, so that it never sees"
                      + " a failure"));
    }
  }
}
