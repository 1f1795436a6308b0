package dev.aiaudit.flow;

import dev.aiaudit.catalog.detach.DetachCall;
import dev.aiaudit.catalog.detach.Join;
import dev.aiaudit.catalog.guard.GuardPlaces;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.flow.wait.RetryLoops;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.trace.Ascent;
import dev.aiaudit.trace.Edge;
import dev.aiaudit.trace.Flight;
import dev.aiaudit.trace.Flight.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of failure flow for one request, whose provider is down. */
public final class FailureAscent implements Ascent {
  private final FlowKnowledge knowledge;
  private final String provider;
  private final TryFlow tries;
  private final CarrierFlow carriers;
  private final Carried carried;
  private final Collected collected;
  private final DroppedResults results;
  private final EmptyChecks emptyChecks;
  private final ProxyGuards proxies;
  private final CallGuards callGuards;
  private final RetryLoops loops;
  private final Callbacks callbacks;
  private final Windows windows;
  private final Commands commands;
  private final LostFailures lost;
  private final UnreadFutures unread;
  private final LaterAnswers later;

  /**
   * The rules for one request.
   *
   * @param provider the provider that is down
   */
  public FailureAscent(FlowKnowledge knowledge, String provider) {
    this.knowledge = knowledge;
    this.provider = provider;
    ExceptionTypes exceptions = new ExceptionTypes(knowledge);
    Values values = new Values(knowledge, exceptions);
    this.tries = new TryFlow(knowledge, exceptions, values);
    this.carriers = new CarrierFlow(knowledge, exceptions, values);
    this.carried = new Carried(knowledge.typer());
    this.collected = new Collected(knowledge.typer());
    this.results = new DroppedResults(knowledge, carried);
    KeptFutures kept = new KeptFutures(knowledge.typer(), carried, collected);
    this.unread = new UnreadFutures(knowledge, results, kept);
    this.emptyChecks = new EmptyChecks(knowledge, exceptions, values);
    this.proxies = new ProxyGuards(knowledge, exceptions, values);
    this.callGuards = new CallGuards(knowledge, exceptions, values);
    this.commands = new Commands(knowledge, exceptions, values);
    this.lost = new LostFailures(knowledge, exceptions);
    this.loops = new RetryLoops(knowledge.amounts());
    this.callbacks = new Callbacks(knowledge, new Blocks(knowledge, exceptions, values), carried);
    this.windows = new Windows(knowledge);
    this.later = new LaterAnswers(knowledge);
  }

  @Override
  public Exit ascend(Code code, Node from, Flight start) {
    List<Guard> guards = new ArrayList<>();
    Step begun = atSite(code, from, start, guards);
    Flight flight = emptyChecks.refine(code, from, begun.flight, provider);
    Node at = begun.node;
    Flight entering = flight;
    Optional<Node> chain = Optional.empty();
    Optional<Node> parent = code.parent(at);
    while (parent.isPresent() && !(parent.get() instanceof Expr.Lambda)) {
      Node around = parent.get();
      Node inner = at;
      if (around instanceof Stmt.Loop loop && entering.travelling()) {
        repeated(loop, from, code, entering).ifPresent(guards::add);
        entering = flight;
      }
      if (flight.form() == Form.THROWN) {
        flight = thrown(around, at, code, from, flight, guards);
      } else if (flight.travelling()) {
        if (around instanceof Stmt.Try attempt && inBody(attempt, at)) {
          tries.tooEarly(attempt, code, flight, provider).ifPresent(guards::add);
        }
        Step step = carried(around, at, code, flight, guards);
        chain = step.flight.travelling() ? chain : Optional.of(around);
        flight = step.flight;
        around = step.node;
      } else if (continues(chain, around, at)) {
        carriers.tooLate((Expr.Call) around, at, code, flight.at(), guards);
        chain = Optional.of(around);
      } else if (chain.filter(c -> c == inner).isPresent()
          && results.unsubscribed(around, at, code)) {
        results.notSubscribed(guards, around, code);
        flight = neverRun(flight, code.location(around));
      }
      if (around instanceof Expr.Call made && results.neverCalled(made, code)) {
        results.notCalled(guards, made, code);
        flight = neverRun(flight, code.location(made));
      }
      at = around;
      parent = code.parent(at);
    }
    if (parent.isEmpty()) {
      flight = commands.leave(code, flight, provider, guards);
    }
    if (flight.detached() && !start.detached()) {
      flight = later.feeding(code.root(), code, flight);
    }
    Node boundary = parent.orElse(code.root());
    return new Exit(boundary, flight.show(windows.showLater(boundary, code)), guards);
  }

  /** The retry that a loop is, when it runs once more after a failure of this kind. */
  private Optional<Guard> repeated(Stmt.Loop loop, Node call, Code code, Flight flight) {
    boolean goesOn =
        RetryLoops.attempt(loop, call)
            .filter(t -> flight.form() != Form.THROWN || tries.goesOn(t, code, flight, provider))
            .isPresent();
    return goesOn ? loops.of(loop, call, code) : Optional.empty();
  }

  private static boolean continues(Optional<Node> chain, Node around, Node at) {
    return chain.filter(c -> c == at).isPresent()
        && around instanceof Expr.Call call
        && call.scope().filter(s -> s == at).isPresent();
  }

  /** A failure that begins here first passes what guards the called interface. */
  private Step atSite(Code code, Node from, Flight start, List<Guard> guards) {
    boolean begins = start.handling() == Handling.NONE && start.at().isEmpty();
    Optional<RequestSite> site =
        knowledge.requests().at(from).filter(s -> begins && s.code() == code);
    if (site.isEmpty()) {
      return new Step(from, start);
    }
    Flight guarded = proxies.applyToSite(site.get(), start, provider, guards);
    return callbacks
        .of(code, site.get().node(), guarded, provider)
        .map(told -> new Step(told.node(), told.flight()))
        .orElseGet(() -> new Step(from, guarded));
  }

  private record Step(Node node, Flight flight) {}

  private Flight thrown(
      Node around, Node at, Code code, Node origin, Flight flight, List<Guard> guards) {
    if (around instanceof Stmt.Try attempt && inBody(attempt, at)) {
      return tries.pass(attempt, code, origin, flight, provider, guards);
    }
    return flight;
  }

  private static boolean inBody(Stmt.Try attempt, Node at) {
    return attempt.body() == at || attempt.resources().stream().anyMatch(r -> r == at);
  }

  /** One step of a failure that travels inside a value. */
  private Step carried(Node around, Node at, Code code, Flight flight, List<Guard> guards) {
    if (around instanceof Expr.Call call) {
      boolean receiver = call.scope().filter(s -> s == at).isPresent();
      if (receiver) {
        return new Step(call, carriers.operator(call, at, code, flight, provider, guards));
      }
      return collected
          .taken(call, code, flight)
          .map(t -> new Step(t.node(), t.flight()))
          .orElseGet(() -> new Step(call, argument(call, at, code, flight, guards)));
    }
    if (around instanceof Stmt.Local || around instanceof Expr.Assign) {
      Optional<Node> use = carried.nextUse(around, code);
      if (use.isPresent()) {
        Flight after = flight;
        for (Expr.Call call : results.inPlace(around, use.get(), code)) {
          Node scope = call.scope().orElse(call);
          after = carriers.operator(call, scope, code, after, provider, guards);
        }
        guards.addAll(results.overlooked(around, use.get(), code));
        return new Step(use.get(), after);
      }
      return new Step(around, dropped(around, at, code, flight, guards));
    }
    if (around instanceof Stmt.Expression) {
      return new Step(around, dropped(around, at, code, flight, guards));
    }
    return new Step(around, flight);
  }

  /**
   * A future or pipeline is handed to a call: combined with others, returned in a wrapper, or kept
   * somewhere.
   */
  private Flight argument(Expr.Call call, Node at, Code code, Flight flight, List<Guard> guards) {
    String target = receiverType(call, code);
    Optional<Flight> guarded =
        callGuards.argument(target, call, call.args().indexOf(at), code, flight, provider, guards);
    if (guarded.isPresent()) {
      return guarded.get();
    }
    String type = call.scope().map(s -> knowledge.typer().typeOf(s, code).name()).orElse("");
    Optional<Join> join = knowledge.detach().joins(type, call.name());
    return join.filter(j -> j.kind() == Join.Kind.BLOCKS).isPresent()
        ? flight.as(Form.THROWN)
        : flight;
  }

  /** Nobody looks at the future or pipeline again. */
  private Flight dropped(Node statement, Node value, Code code, Flight flight, List<Guard> guards) {
    if (results.unsubscribed(statement, value, code)) {
      results.notSubscribed(guards, statement, code);
      return neverRun(flight, code.location(statement));
    }
    return flight.detach().settle(flight.handling(), Optional.of(code.location(statement)));
  }

  /** Without a subscriber or caller neither the request nor what guards it runs. */
  private static Flight neverRun(Flight flight, Location at) {
    return flight.detach().settle(Handling.NONE, Optional.of(at));
  }

  @Override
  public Optional<Location> standIn(Code code, Node at) {
    Node inner = at;
    for (Optional<Node> n = code.parent(at); n.isPresent(); n = code.parent(inner)) {
      Node outer = n.get();
      Node below = inner;
      if (outer instanceof Stmt.Try attempt
          && attempt.catches().stream().anyMatch(c -> c.body() == below)) {
        return Optional.of(code.location(inner));
      }
      if (outer instanceof Expr.Call call && recovers(call, inner, code)) {
        Location name = code.location(call.nameSpan());
        Location handler = code.location(inner);
        return Optional.of(
            new Location(
                name.file(),
                name.startLine(),
                name.startColumn(),
                handler.endLine(),
                handler.endColumn()));
      }
      inner = outer;
    }
    return Optional.empty();
  }

  /** Whether an argument is what a call runs when what it guards has failed. */
  private boolean recovers(Expr.Call call, Node argument, Code code) {
    int count = call.args().size();
    int position = call.args().indexOf(argument);
    if (position < 0 || call.args().get(position) != argument) {
      return false;
    }
    String type = knowledge.typer().callee(call, code).receiver().name();
    return knowledge
        .guards()
        .call(type, call.name(), count)
        .map(g -> GuardPlaces.at(g.places().handler(), count))
        .filter(h -> h.isPresent() && h.getAsInt() == position)
        .isPresent();
  }

  @Override
  public Exit cross(DeclaredMethod method, Edge caller, Flight flight) {
    List<Guard> guards = new ArrayList<>();
    Flight after = proxies.apply(method, Optional.of(caller), flight, provider, guards);
    if (after.detached() && !flight.detached()) {
      lost.around(caller).ifPresent(guards::add);
      after = later.feeding(method, after);
    }
    return new Exit(caller.node(), after, guards);
  }

  @Override
  public Exit enter(DeclaredMethod method, Node reached, Flight flight) {
    List<Guard> guards = new ArrayList<>();
    Flight after =
        ErrorMethods.tell(
            method, proxies.apply(method, Optional.empty(), flight, provider, guards));
    if (after.detached() && later.answers(method, reached, after)) {
      after = after.attach();
    }
    return new Exit(method.code().map(Code::root).orElseThrow(), after, guards);
  }

  @Override
  public Exit handOver(Expr call, int argument, Code code, Flight flight) {
    List<Guard> guards = new ArrayList<>();
    Flight after = handOver(call, argument, code, flight, guards);
    return new Exit(call, later.feeding(call, argument, code, flight, after), guards);
  }

  private Flight handOver(Expr call, int argument, Code code, Flight flight, List<Guard> guards) {
    if (!(call instanceof Expr.Call) && !(call instanceof Expr.New)) {
      return flight;
    }
    String type = receiverType(call, code);
    String method = call instanceof Expr.Call c ? c.name() : "<init>";
    if (call instanceof Expr.Call c) {
      if (argument < 0) {
        guards.addAll(results.undecorated(c, code));
      }
      Optional<Flight> after =
          callGuards.argument(type, c, argument, code, flight, provider, guards);
      if (after.isPresent()) {
        return after.get();
      }
    }
    return knowledge
        .detach()
        .detach(type, method)
        .filter(d -> means(d, argument))
        .map(d -> detached(d, flight, call, code))
        .orElse(flight);
  }

  private String receiverType(Expr call, Code code) {
    if (call instanceof Expr.Call c) {
      JavaType receiver = knowledge.typer().callee(c, code).receiver();
      if (knowledge.project().find(receiver).isPresent()) {
        return knowledge.project().supertypes(receiver).stream()
            .filter(t -> knowledge.project().find(t).isEmpty())
            .map(JavaType::name)
            .findFirst()
            .orElse(receiver.name());
      }
      return receiver.name();
    }
    return call instanceof Expr.New n ? knowledge.typer().typeOf(n, code).name() : "";
  }

  private static boolean means(DetachCall pattern, int argument) {
    if (argument < 0) {
      return pattern.task() == DetachCall.Task.RECEIVER;
    }
    return pattern.task() == DetachCall.Task.ARGUMENTS
        && (pattern.arguments().isEmpty() || pattern.arguments().contains(argument));
  }

  private Flight detached(DetachCall pattern, Flight flight, Expr call, Code code) {
    if (pattern.ui()) {
      // The user in front of the window waits for what a background task shows there.
      return flight;
    }
    return switch (pattern.effect()) {
      case FIRE_AND_FORGET, CALLBACK, HAND_OFF, SEND, PUBLISH_ASYNC, REACTIVE_SUBSCRIBE ->
          flight
              .detach()
              .settle(flight.handling(), flight.at().or(() -> Optional.of(code.location(call))));
      case FUTURE -> later(flight, Form.FUTURE, call, code);
      case PIPELINE -> later(flight, Form.REACTIVE, call, code);
      default -> flight;
    };
  }

  private Flight later(Flight flight, Form form, Expr call, Code code) {
    if (flight.travelling()) {
      boolean lostAtClose = unread.closes(call, code) && isStatement(call, code);
      return lostAtClose
          ? flight.settle(Handling.SWALLOW, Optional.of(code.location(call)))
          : flight.as(form);
    }
    return unread.unread(call, code, form) ? flight.detach() : flight;
  }

  private static boolean isStatement(Expr call, Code code) {
    return code.parent(call).filter(p -> p instanceof Stmt.Expression).isPresent();
  }
}
