package dev.aiaudit.flow;

import dev.aiaudit.catalog.detach.DetachAnnotation;
import dev.aiaudit.catalog.guard.FallbackForm.Signature;
import dev.aiaudit.catalog.guard.GuardAnnotation.AsyncReturn;
import dev.aiaudit.catalog.guard.GuardAnnotation.Flag;
import dev.aiaudit.catalog.guard.Wrapper;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.flow.ExceptionTypes.Match;
import dev.aiaudit.flow.proxy.ActiveGuard;
import dev.aiaudit.flow.proxy.Orphan;
import dev.aiaudit.flow.proxy.ProxyKnowledge;
import dev.aiaudit.flow.proxy.ProxyReader;
import dev.aiaudit.flow.proxy.ReturnKind;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.trace.Edge;
import dev.aiaudit.trace.Flight;
import dev.aiaudit.trace.Flight.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What annotations on a method do to a failure that leaves it, when a proxy applies them. */
final class ProxyGuards {
  private final FlowKnowledge knowledge;
  private final ExceptionTypes exceptions;
  private final ProxyReader reader;
  private final Fallbacks fallbacks;

  ProxyGuards(FlowKnowledge knowledge, ExceptionTypes exceptions, Values values) {
    this.knowledge = knowledge;
    this.exceptions = exceptions;
    this.fallbacks = new Fallbacks(knowledge, exceptions, values);
    this.reader =
        new ProxyReader(
            new ProxyKnowledge(
                knowledge.typer(),
                knowledge.types(),
                knowledge.guards(),
                knowledge.detach(),
                knowledge.config()));
  }

  /**
   * The failure as the caller of an annotated method sees it.
   *
   * @param method the method that it leaves
   * @param caller who called it; empty when a framework did, which goes through the proxy
   * @param provider the provider that is down
   * @param guards takes the guards found, effective or not
   */
  Flight apply(
      DeclaredMethod method,
      Optional<Edge> caller,
      Flight flight,
      String provider,
      List<Guard> guards) {
    Flight after = flight;
    Optional<ActiveGuard> answered = Optional.empty();
    for (ActiveGuard active : reader.guards(method, caller)) {
      boolean before = after.travelling();
      after = pass(active, after, answered, provider, guards);
      if (before && !after.travelling()) {
        answered = Optional.of(active);
      }
    }
    for (Orphan orphan : reader.orphans(method)) {
      guards.add(
          Guard.ineffective(
              GuardKind.FALLBACK, orphan.library(), orphan.location(), orphan.reason()));
    }
    return detached(method, caller, after);
  }

  /**
   * The failure of a request as the code that makes it sees it: annotations on the method of an AI
   * service or client interface act between the two.
   *
   * @param guards takes the guards found, effective or not
   */
  Flight applyToSite(RequestSite site, Flight flight, String provider, List<Guard> guards) {
    if (!(site.node() instanceof Expr.Call call)) {
      return flight;
    }
    List<DeclaredMethod> methods =
        knowledge.typer().callee(call, site.code()).methods().stream()
            .filter(m -> m.isAbstract() && m.owner().decl().isInterface())
            .toList();
    return methods.size() == 1
        ? apply(
            methods.get(0),
            Optional.of(new Edge(site.code(), call, Via.CALL, true)),
            flight,
            provider,
            guards)
        : flight;
  }

  private Flight pass(
      ActiveGuard active,
      Flight flight,
      Optional<ActiveGuard> answered,
      String provider,
      List<Guard> guards) {
    boolean fallback = active.fallback().wanted();
    if (active.guard().is(Flag.ONLY_WITH_FALLBACK) && !fallback) {
      return flight;
    }
    Optional<String> why =
        active.defeat().or(() -> travelsPast(active, flight)).or(() -> tooLate(active, answered));
    for (GuardKind kind : kinds(active)) {
      guards.add(
          guard(
              active,
              kind,
              why.or(() -> blind(active, kind, flight)).or(() -> early(active, kind, flight))));
    }
    if (why.isPresent() || !flight.travelling()) {
      if (fallback && why.isPresent()) {
        guards.add(guard(active, GuardKind.FALLBACK, why));
      }
      return flight;
    }
    return fallback ? fallBack(active, flight, provider, guards) : unanswered(active, flight);
  }

  /** The lists of exceptions, in the annotation and in the settings, leave out what is thrown. */
  private Optional<String> blind(ActiveGuard active, GuardKind kind, Flight flight) {
    boolean counts = kind == GuardKind.RETRY || kind == GuardKind.CIRCUIT_BREAKER;
    if (!counts || flight.types().isEmpty()) {
      return Optional.empty();
    }
    if (kind == GuardKind.RETRY && !matches(active, flight)) {
      return Optional.of(unmatched(active, flight));
    }
    boolean counted =
        flight.types().stream()
            .anyMatch(
                t ->
                    (active.configured().isEmpty()
                            || active.configured().stream().anyMatch(c -> overlaps(c, t)))
                        && active.ignored().stream().noneMatch(i -> covers(i, t)));
    return counted
        ? Optional.empty()
        : Optional.of(
            "its settings leave out what the request throws in an outage: "
                + simple(flight.types()));
  }

  /** A time limit over a future that is made from an answer that is there already. */
  private static Optional<String> early(ActiveGuard active, GuardKind kind, Flight flight) {
    boolean late =
        kind == GuardKind.TIMEOUT
            && active.guard().asyncReturn() == AsyncReturn.REQUIRED
            && active.returns() != ReturnKind.PLAIN
            && flight.form() == Form.THROWN;
    return late
        ? Optional.of(
            "the method makes the call before it returns the future or pipeline, so that the time"
                + " has passed when the limit begins")
        : Optional.empty();
  }

  private boolean overlaps(JavaType listed, String type) {
    return exceptions.match(listed, type) != Match.NONE;
  }

  private static List<GuardKind> kinds(ActiveGuard active) {
    return active.guard().kinds().stream().filter(k -> k != GuardKind.FALLBACK).sorted().toList();
  }

  private static Guard guard(ActiveGuard active, GuardKind kind, Optional<String> reason) {
    String by = active.guard().library();
    Guard guard =
        reason
            .map(r -> Guard.ineffective(kind, by, active.location(), r))
            .orElseGet(() -> Guard.effective(kind, by, active.location()));
    String value = active.settings().get(kind);
    return value == null ? guard : guard.withValue(value);
  }

  /** A failure inside a future or pipeline passes whoever only watches the method return. */
  private static Optional<String> travelsPast(ActiveGuard active, Flight flight) {
    AsyncReturn how = active.guard().asyncReturn();
    boolean polled = flight.form() == Form.FUTURE && active.returns() == ReturnKind.FUTURE;
    boolean future = polled || flight.form() == Form.FUTURE && active.returns() == ReturnKind.STAGE;
    boolean pipeline = flight.form() == Form.REACTIVE;
    boolean passes =
        how == AsyncReturn.START_ONLY && (future || pipeline)
            || how == AsyncReturn.FUTURES_START_ONLY && future
            || how == AsyncReturn.POLLED_FUTURES_START_ONLY && polled;
    return passes
        ? Optional.of(
            "it sees only what the method throws before it returns; the failure comes later, in the "
                + (future ? "future" : "pipeline"))
        : Optional.empty();
  }

  /** A fallback further in has answered, so that nothing is left to repeat. */
  private static Optional<String> tooLate(ActiveGuard active, Optional<ActiveGuard> answered) {
    boolean repeats = active.guard().kinds().contains(GuardKind.RETRY);
    return repeats && answered.isPresent()
        ? Optional.of(
            "the fallback of the "
                + answered.get().guard().kinds().stream()
                    .sorted()
                    .map(GuardKind::word)
                    .collect(Collectors.joining(", "))
                + " on the same method answers first, so that it never sees a failure")
        : Optional.empty();
  }

  /** Whether the lists of exceptions let the guard act on all that may be thrown. */
  private boolean matches(ActiveGuard active, Flight flight) {
    return flight.types().isEmpty() || flight.types().stream().anyMatch(t -> actsOn(active, t));
  }

  private boolean actsOn(ActiveGuard active, String type) {
    boolean included =
        active.include().isEmpty() || active.include().stream().anyMatch(t -> covers(t, type));
    return included && active.exclude().stream().noneMatch(t -> covers(t, type));
  }

  private boolean covers(JavaType listed, String type) {
    return exceptions.match(listed, type) == Match.ALL;
  }

  private static String unmatched(ActiveGuard active, Flight flight) {
    String thrown = simple(flight.types());
    return active.include().isEmpty()
        ? "it leaves out what the request throws in an outage: " + thrown
        : "it acts on "
            + simple(active.include().stream().map(JavaType::name).toList())
            + " only, the request throws "
            + thrown
            + " in an outage";
  }

  private static String simple(List<String> types) {
    return types.stream()
        .map(t -> t.substring(t.lastIndexOf('.') + 1))
        .collect(Collectors.joining(", "));
  }

  private Flight fallBack(ActiveGuard active, Flight flight, String provider, List<Guard> guards) {
    if (active.fallback().problem().isPresent()) {
      guards.add(guard(active, GuardKind.FALLBACK, active.fallback().problem()));
      return unanswered(active, flight);
    }
    boolean filtered = active.guard().fallback().signature() != Signature.RECOVER;
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    flight.types().forEach(t -> (!filtered || actsOn(active, t) ? right : left).add(t));
    if (right.isEmpty() && !flight.types().isEmpty()) {
      guards.add(guard(active, GuardKind.FALLBACK, Optional.of(unmatched(active, flight))));
      return flight;
    }
    Fallbacks.Result result = fallbacks.run(active, Fallbacks.of(flight, right), provider);
    if (!result.acts()) {
      String reason =
          "its fallback takes "
              + fallbacks.taken(active)
              + ", the request throws "
              + (right.isEmpty() ? "something else" : simple(right))
              + " in an outage";
      guards.add(guard(active, GuardKind.FALLBACK, Optional.of(reason)));
      return unanswered(active, flight);
    }
    guards.add(guard(active, GuardKind.FALLBACK, Optional.empty()));
    return left.isEmpty()
        ? result.flight()
        : TryFlow.worst(List.of(result.flight(), Fallbacks.of(flight, left)), flight);
  }

  /** Some libraries throw an exception of their own when there is no answer. */
  private Flight unanswered(ActiveGuard active, Flight flight) {
    boolean wanted =
        active.guard().fallback().signature() != Signature.RECOVER || active.fallback().wanted();
    return active.guard().annotations().stream()
        .flatMap(a -> knowledge.guards().wrappers(a).stream())
        .filter(w -> w.when() == Wrapper.When.NO_RECOVERY && wanted)
        .findFirst()
        .map(w -> Fallbacks.of(flight, List.of(w.exception())))
        .orElse(flight);
  }

  private Flight detached(DeclaredMethod method, Optional<Edge> caller, Flight flight) {
    Optional<DetachAnnotation> detach = reader.detaching(method, caller);
    if (detach.isEmpty() || caller.isEmpty()) {
      return flight;
    }
    if (!reader.returnsHandle(detach.get(), method)) {
      return flight.detach().settle(flight.handling(), flight.at());
    }
    return flight.form() == Form.THROWN ? flight.as(Form.FUTURE) : flight;
  }
}
