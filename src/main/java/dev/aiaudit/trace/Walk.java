package dev.aiaudit.trace;

import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One search: follows the failure of one request outward, breadth first, to every entry point. Of
 * the paths to one entry point the worst is kept, and of equal ones the shortest. Cycles end
 * because no state is visited twice.
 */
final class Walk {
  /**
   * A search that has been in so many states is stopped; its result is then said to be incomplete.
   */
  private static final int MAX_STATES = 100_000;

  /** Functional code that recursion hands on is followed so many calls deep. */
  private static final int MAX_BACK = 12;

  private final Ways ways;
  private final Deque<Item> open = new ArrayDeque<>();
  private final Seen seen = new Seen();
  private final Map<String, FoundPath> found = new LinkedHashMap<>();
  private final Ascent ascent;
  private Optional<Flight> deadEnd = Optional.empty();
  private boolean cut;

  Walk(Ways ways, Ascent ascent) {
    this.ways = ways;
    this.ascent = ascent;
  }

  PathSearch.Result run(Item start) {
    if (start.node() instanceof Expr.MethodRef reference) {
      ways.uses()
          .of(reference, start.code(), Via.METHOD_REFERENCE)
          .forEach(run -> follow(run, start));
    } else {
      visit(start);
    }
    while (!open.isEmpty() && seen.size() < MAX_STATES) {
      expand(open.poll());
    }
    Collection<FoundPath> paths = found.values();
    List<FoundPath> sorted = new ArrayList<>(paths);
    sorted.sort(
        Comparator.comparing((FoundPath p) -> p.entry().method())
            .thenComparing(p -> p.entry().kind()));
    return new PathSearch.Result(sorted, open.isEmpty() && !cut, deadEnd);
  }

  private void visit(Item item) {
    if (seen.add(item)) {
      open.add(item);
    }
  }

  private void expand(Item item) {
    Ascent.Exit exit = ascent.ascend(item.code(), item.node(), item.flight());
    Item at = item.within(exit.boundary(), exit.flight(), exit.guards());
    if (exit.boundary() instanceof Expr.Lambda lambda) {
      ways.uses().of(lambda, item.code(), Via.LAMBDA).forEach(run -> follow(run, at));
    } else {
      leave(at);
    }
  }

  /** A functional value is run somewhere. */
  private void follow(Run run, Item at) {
    run.entries().forEach(entry -> enter(entry, at));
    if (!run.entries().isEmpty() || inGraph(ways.graphs().of(run), at)) {
      return;
    }
    if (run.node() instanceof Expr.Lambda outer) {
      ways.uses().of(outer, run.code(), Via.LAMBDA).forEach(r -> follow(r, at));
      return;
    }
    Ascent.Exit exit = handedOver(run, at.flight());
    if (run.code() == at.code() && run.back().isEmpty()) {
      visit(at.within(run.node(), exit.flight(), exit.guards()));
    } else {
      Edge edge = new Edge(run.code(), run.node(), run.via(), true);
      visit(at.outward(edge, exit.flight(), stacked(run, at), exit.guards()));
    }
  }

  /** A node of a graph is run by whoever runs the graph. */
  private boolean inGraph(List<GraphEdges.Running> running, Item at) {
    running.forEach(
        r -> visit(at.outward(r.edge(), r.arriving(at.flight()), Optional.empty(), List.of())));
    return !running.isEmpty();
  }

  private Ascent.Exit handedOver(Run run, Flight flight) {
    return run.handedTo()
        .map(a -> ascent.handOver(run.node(), a, run.code(), flight))
        .orElseGet(() -> new Ascent.Exit(run.node(), flight, List.of()));
  }

  /** The failure leaves a method body or another piece of code. */
  private void leave(Item at) {
    if (!seen.leaves(at, at.standIn(ascent).isPresent())) {
      return;
    }
    Optional<DeclaredMethod> method = at.code().method();
    if (method.isEmpty()) {
      creations(at.code().owner(), at);
      return;
    }
    if (at.back().isPresent()) {
      Back back = at.back().get();
      cross(method.get(), back.edge(), back.rest(), at);
      return;
    }
    List<EntryHit> entries =
        ways.objects().registered(method.get(), ways.entryPoints().of(method.get()));
    entries.stream()
        .filter(e -> !e.calledByModel() && !isBypassed(e, method.get()))
        .forEach(entry -> enter(entry, at));
    if (entries.stream().anyMatch(EntryHit::dispatched)) {
      return;
    }
    inside(method.get(), entries, at);
    standIns(method.get()).forEach(guarded -> standIn(guarded, at));
    if (entries.stream().anyMatch(EntryHit::calledByModel)) {
      ways.tools().offering(method.get()).stream()
          .filter(edge -> edge.node() != at.shown() || at.inner().isPresent())
          .forEach(edge -> visit(at.outward(edge, at.flight(), Optional.empty(), List.of())));
    }
  }

  /** The methods of the class for which an annotation names this one as the fallback. */
  private List<DeclaredMethod> standIns(DeclaredMethod method) {
    return method.owner().methods().stream()
        .filter(m -> m != method && namesFallback(m, method.name()))
        .toList();
  }

  private boolean namesFallback(DeclaredMethod guarded, String name) {
    return guarded.decl().annotations().stream()
        .flatMap(a -> a.members().values().stream())
        .anyMatch(v -> v instanceof Expr.Literal text && text.value().equals(name));
  }

  /**
   * A fallback method is run by the proxy of the method that it stands in for, so whoever calls
   * that one waits.
   */
  private void standIn(DeclaredMethod guarded, Item at) {
    ways.entryPoints().of(guarded).stream()
        .filter(e -> !e.calledByModel())
        .forEach(entry -> enter(entry, at, true));
    ways.callers().of(guarded).stream()
        .filter(edge -> edge.node() instanceof Expr.Call)
        .map(edge -> new Edge(edge.code(), edge.node(), Via.PROXY, edge.certain()))
        .forEach(edge -> visit(at.outward(edge, at.flight(), Optional.empty(), List.of())));
  }

  private void inside(DeclaredMethod method, List<EntryHit> entries, Item at) {
    List<AdviceEdges.Advised> advised = ways.advice().of(method);
    cut |= ways.advice().isTooWide(method);
    advised.forEach(a -> advice(a, at));
    boolean node = inGraph(ways.graphs().of(method), at);
    if (advised.isEmpty() && !node && entries.isEmpty() && ways.callers().of(method).isEmpty()) {
      deadEnd =
          Optional.of(
              deadEnd
                  .filter(f -> f.handling().compareTo(at.flight().handling()) <= 0)
                  .orElse(at.flight()));
    }
    Set<Expr> remote = overHttp(method, entries, at);
    ways.callers().of(method).stream()
        .filter(edge -> !remote.contains(edge.node()))
        .forEach(edge -> arrive(method, edge, at));
    if (entries.stream().anyMatch(EntryHit::inProcess)) {
      ways.events().publishers(method).forEach(edge -> cross(method, edge, at));
    }
    if (method.decl().isConstructor()) {
      return;
    }
    if (entries.stream().anyMatch(e -> e.kind() == EntryKind.MAIN)
        && !method.decl().is(Modifier.STATIC)) {
      ways.callers().launching(method.owner()).forEach(edge -> cross(method, edge, at));
    }
    if (entries.isEmpty() && ways.objects().calledByLibrary(method)) {
      ways.tools()
          .named(method.owner())
          .forEach(edge -> visit(at.outward(edge, at.flight(), Optional.empty(), List.of())));
    }
    if (!node && ways.objects().calledByLibrary(method) && isReachedThroughObjects(entries)) {
      ways.objects()
          .objects(method.owner())
          .forEach(run -> followObject(run, !entries.isEmpty(), at));
    }
  }

  /** Goes on at the clients of a handler; returns their calls, which are no direct calls of it. */
  private Set<Expr> overHttp(DeclaredMethod method, List<EntryHit> entries, Item at) {
    Set<Expr> calls = Collections.newSetFromMap(new IdentityHashMap<>());
    if (entries.stream().noneMatch(e -> e.kind() == EntryKind.HTTP)) {
      return calls;
    }
    List<HttpEdges.Crossing> crossings = ways.http().of(method);
    if (!crossings.isEmpty()) {
      Ascent.Exit left = ascent.enter(method, at.shown(), at.flight());
      for (HttpEdges.Crossing crossing : crossings) {
        calls.add(crossing.edge().node());
        Flight arriving = crossing.arriving(left.flight(), ways.errors().hiding());
        arrive(
            crossing.client().method(),
            crossing.edge(),
            at.within(at.node(), arriving, left.guards()));
      }
    }
    return calls;
  }

  /** An aspect runs for whoever calls the method that it is woven around. */
  private void advice(AdviceEdges.Advised advised, Item at) {
    Optional<Code> body = advised.method().code();
    if (body.isPresent()) {
      leave(at.advised(body.get(), advised.certain()));
    } else {
      ways.callers().of(advised.method()).stream()
          .map(e -> new Edge(e.code(), e.node(), Via.ADVICE, e.certain() && advised.certain()))
          .forEach(edge -> cross(advised.method(), edge, at));
    }
  }

  private void arrive(DeclaredMethod method, Edge edge, Item at) {
    if (edge.node() instanceof Expr.MethodRef ref) {
      ways.uses()
          .of(ref, edge.code(), Via.METHOD_REFERENCE)
          .forEach(run -> followReference(run, method, edge, at));
    } else {
      cross(method, edge, at);
    }
  }

  private void followReference(Run run, DeclaredMethod method, Edge edge, Item at) {
    run.entries().forEach(entry -> enter(entry, at));
    if (run.entries().isEmpty() && inGraph(ways.graphs().of(run), at)) {
      return;
    }
    if (run.entries().isEmpty() && run.node() instanceof Expr.Lambda outer) {
      ways.uses()
          .of(outer, run.code(), run.via())
          .forEach(r -> followReference(r, method, edge, at));
    } else if (run.entries().isEmpty()) {
      Ascent.Exit exit = ascent.cross(method, edge, at.flight());
      Ascent.Exit handed = handedOver(run, exit.flight());
      List<Guard> guards = new ArrayList<>(exit.guards());
      guards.addAll(handed.guards());
      Via via = edge.via() == Via.HTTP ? edge.via() : run.via();
      Edge to = new Edge(run.code(), run.node(), via, edge.certain());
      visit(at.outward(to, handed.flight(), run.back(), guards));
    }
  }

  /** Functional code that a method was given goes back to the call that gave it. */
  private Optional<Back> stacked(Run run, Item at) {
    return run.back().map(b -> b.onTopOf(at.back())).filter(b -> b.depth() <= MAX_BACK);
  }

  private void cross(DeclaredMethod method, Edge edge, Item at) {
    cross(method, edge, Optional.empty(), at);
  }

  private void cross(DeclaredMethod method, Edge edge, Optional<Back> rest, Item at) {
    Ascent.Exit exit = ascent.cross(method, edge, at.flight());
    visit(at.outward(edge, exit.flight(), rest, exit.guards()));
  }

  /**
   * A listener is called by its framework; whoever makes and registers it is not on the path. A
   * task or command line, in contrast, is run by the one who hands it over.
   */
  private boolean isReachedThroughObjects(List<EntryHit> entries) {
    return entries.isEmpty()
        || entries.stream()
            .anyMatch(
                e -> e.inProcess() || e.kind() == EntryKind.MAIN || e.kind() == EntryKind.CLI);
  }

  /**
   * @param entered whether the method is an entry already; then a registration says nothing new
   */
  private void followObject(Run run, boolean entered, Item at) {
    if (!entered) {
      run.entries().forEach(entry -> enter(entry, at));
    }
    boolean ends = !entered && !run.entries().isEmpty();
    if (!ends && run.node() instanceof Expr.Lambda outer) {
      ways.uses().of(outer, run.code(), run.via()).forEach(r -> followObject(r, entered, at));
    } else if (!ends) {
      Ascent.Exit exit = handedOver(run, at.flight());
      Edge edge = new Edge(run.code(), run.node(), run.via(), true);
      visit(at.outward(edge, exit.flight(), run.back(), exit.guards()));
    }
  }

  /** Initializers run when an object is made. */
  private void creations(DeclaredType type, Item at) {
    ways.callers()
        .creating(type)
        .forEach(edge -> visit(at.outward(edge, at.flight(), Optional.empty(), List.of())));
  }

  private void enter(EntryHit entry, Item at) {
    enter(entry, at, false);
  }

  /** A method that only its own object calls runs in the caller's thread, whatever it says. */
  private boolean isBypassed(EntryHit entry, DeclaredMethod method) {
    return entry.kind() == EntryKind.ASYNC && ways.callers().areOnlyOnThis(method);
  }

  private void enter(EntryHit entry, Item at, boolean standsIn) {
    Optional<Ascent.Exit> exit =
        at.code().method().map(m -> ascent.enter(m, at.shown(), at.flight()));
    Flight flight = exit.map(Ascent.Exit::flight).orElse(at.flight());
    List<Guard> around = exit.map(Ascent.Exit::guards).orElse(List.of());
    // In a conversation the answer is a message of its own, whichever thread sends it.
    boolean watched =
        entry.kind() == EntryKind.CHATBOT
            || entry.kind() == EntryKind.WEBSOCKET
            || entry.kind() == EntryKind.UI && flight.shown();
    boolean waits = entry.waits() && (flight.awaited() || watched);
    Optional<Location> standIn = at.standIn(ascent);
    if (standIn.isEmpty() && standsIn) {
      standIn = Optional.of(at.whole());
    }
    FoundPath path =
        new FoundPath(
            entry, waits, flight.handling(), flight.at(), standIn, at.passed(around).frames());
    found.merge(
        entry.method() + " " + entry.kind() + " " + entry.route().orElse(""),
        path,
        (a, b) -> FoundPath.WORST_FIRST.compare(b, a) < 0 ? b : a);
  }
}
