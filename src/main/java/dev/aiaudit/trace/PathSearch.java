package dev.aiaudit.trace;

import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the failure of one request outward, breadth first, to every entry point. Of the paths to
 * one entry point the worst is kept, and of equal ones the shortest. Cycles end because no state is
 * visited twice.
 */
public final class PathSearch {
  /**
   * A search that has been in so many states is stopped; its result is then said to be incomplete.
   */
  private static final int MAX_STATES = 100_000;

  /** Functional code that recursion hands on is followed so many calls deep. */
  private static final int MAX_BACK = 12;

  private final Project project;
  private final Callers callers;
  private final FunctionalUses uses;
  private final EventEdges events;
  private final ToolEdges tools;
  private final EntryPoints entryPoints;

  /**
   * A search over a project.
   *
   * @param requests all requests of the main code, during which a model may call tools back
   */
  public PathSearch(Typer typer, Callers callers, EntryPoints entryPoints, List<Edge> requests) {
    this.project = typer.project();
    this.callers = callers;
    this.uses = new FunctionalUses(typer, entryPoints, callers);
    this.events = new EventEdges(typer);
    this.tools = new ToolEdges(typer, requests);
    this.entryPoints = entryPoints;
  }

  /**
   * What a search found.
   *
   * @param paths one for each entry point, sorted by the entry's method
   * @param complete false when it was stopped because there was too much to visit
   * @param deadEnd the worst of what the failure is where nobody calls the code; empty when there
   *     is no such place
   */
  public record Result(List<FoundPath> paths, boolean complete, Optional<Flight> deadEnd) {
    /** Copies the paths. */
    public Result {
      paths = List.copyOf(paths);
    }
  }

  /**
   * All entry points that reach a request.
   *
   * @param code the code around the request
   * @param site the request expression
   * @param flight its failure
   * @param ascent what becomes of it on the way
   */
  public Result search(Code code, Expr site, Flight flight, Ascent ascent) {
    return new Walk(ascent).run(Item.start(code, site, flight));
  }

  private final class Walk {
    private final Deque<Item> open = new ArrayDeque<>();
    private final Seen seen = new Seen();
    private final Map<String, FoundPath> found = new LinkedHashMap<>();
    private final Ascent ascent;
    private Optional<Flight> deadEnd = Optional.empty();

    Walk(Ascent ascent) {
      this.ascent = ascent;
    }

    Result run(Item start) {
      visit(start);
      while (!open.isEmpty() && seen.size() < MAX_STATES) {
        expand(open.poll());
      }
      Collection<FoundPath> paths = found.values();
      List<FoundPath> sorted = new ArrayList<>(paths);
      sorted.sort(
          java.util.Comparator.comparing((FoundPath p) -> p.entry().method())
              .thenComparing(p -> p.entry().kind()));
      return new Result(sorted, open.isEmpty(), deadEnd);
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
        uses.of(lambda, item.code(), Via.LAMBDA).forEach(run -> follow(run, at));
      } else {
        leave(at);
      }
    }

    /** A functional value is run somewhere. */
    private void follow(Run run, Item at) {
      run.entries().forEach(entry -> enter(entry, at));
      if (!run.entries().isEmpty()) {
        return;
      }
      if (run.node() instanceof Expr.Lambda outer) {
        uses.of(outer, run.code(), Via.LAMBDA).forEach(r -> follow(r, at));
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
      List<EntryHit> entries = registered(method.get(), entryPoints.of(method.get()));
      entries.stream().filter(e -> !e.calledByModel()).forEach(entry -> enter(entry, at));
      if (entries.stream().anyMatch(EntryHit::dispatched)) {
        return;
      }
      inside(method.get(), entries, at);
      standIns(method.get()).forEach(guarded -> standIn(guarded, at));
      if (entries.stream().anyMatch(EntryHit::calledByModel)) {
        tools.offering(method.get()).stream()
            .filter(edge -> edge.node() != at.shown() || at.inner().isPresent())
            .forEach(edge -> visit(at.outward(edge, at.flight(), Optional.empty(), List.of())));
      }
    }

    /**
     * The entries of a handler with the routes under which an object of its class is registered.
     */
    private List<EntryHit> registered(DeclaredMethod method, List<EntryHit> entries) {
      if (entries.stream().allMatch(e -> e.route().isPresent()) || !calledByLibrary(method)) {
        return entries;
      }
      List<EntryHit> all =
          objects(method.owner()).stream().flatMap(run -> run.entries().stream()).toList();
      List<EntryHit> out = new ArrayList<>();
      for (EntryHit entry : entries) {
        List<EntryHit> routed =
            all.stream()
                .filter(r -> r.kind() == entry.kind() && r.route().isPresent())
                .map(r -> entry.at(r.route().get()))
                .toList();
        out.addAll(entry.route().isPresent() || routed.isEmpty() ? List.of(entry) : routed);
      }
      return out;
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
      entryPoints.of(guarded).stream()
          .filter(e -> !e.calledByModel())
          .forEach(entry -> enter(entry, at, true));
      callers.of(guarded).stream()
          .filter(edge -> edge.node() instanceof Expr.Call)
          .map(edge -> new Edge(edge.code(), edge.node(), Via.PROXY, edge.certain()))
          .forEach(edge -> visit(at.outward(edge, at.flight(), Optional.empty(), List.of())));
    }

    private void inside(DeclaredMethod method, List<EntryHit> entries, Item at) {
      if (entries.isEmpty() && callers.of(method).isEmpty()) {
        deadEnd =
            Optional.of(
                deadEnd
                    .filter(f -> f.handling().compareTo(at.flight().handling()) <= 0)
                    .orElse(at.flight()));
      }
      callers.of(method).forEach(edge -> arrive(method, edge, at));
      if (entries.stream().anyMatch(EntryHit::inProcess)) {
        events.publishers(method).forEach(edge -> cross(method, edge, at));
      }
      if (method.decl().isConstructor()) {
        return;
      }
      if (entries.stream().anyMatch(e -> e.kind() == EntryKind.MAIN)
          && !method.decl().is(Modifier.STATIC)) {
        callers.launching(method.owner()).forEach(edge -> cross(method, edge, at));
      }
      if (calledByLibrary(method) && isReachedThroughObjects(entries)) {
        objects(method.owner()).forEach(run -> followObject(run, !entries.isEmpty(), at));
      }
    }

    private void arrive(DeclaredMethod method, Edge edge, Item at) {
      if (edge.node() instanceof Expr.MethodRef ref) {
        uses.of(ref, edge.code(), Via.METHOD_REFERENCE)
            .forEach(run -> followReference(run, method, edge, at));
      } else {
        cross(method, edge, at);
      }
    }

    private void followReference(Run run, DeclaredMethod method, Edge edge, Item at) {
      run.entries().forEach(entry -> enter(entry, at));
      if (run.entries().isEmpty() && run.node() instanceof Expr.Lambda outer) {
        uses.of(outer, run.code(), run.via()).forEach(r -> followReference(r, method, edge, at));
      } else if (run.entries().isEmpty()) {
        Ascent.Exit exit = ascent.cross(method, edge, at.flight());
        Ascent.Exit handed = handedOver(run, exit.flight());
        List<Guard> guards = new ArrayList<>(exit.guards());
        guards.addAll(handed.guards());
        Edge to = new Edge(run.code(), run.node(), run.via(), true);
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
     * Whether the method is there because a library type asks for it; then it is run where an
     * object of the class is handed to the library.
     */
    private boolean calledByLibrary(DeclaredMethod method) {
      DeclaredType owner = method.owner();
      boolean overridesOwn =
          project.supertypes(owner.type()).stream()
              .flatMap(t -> project.find(t).stream())
              .flatMap(t -> t.methods().stream())
              .anyMatch(m -> m.name().equals(method.name()));
      return !overridesOwn && hasLibrarySupertype(owner) && overrides(method);
    }

    private boolean hasLibrarySupertype(DeclaredType owner) {
      return project.supertypes(owner.type()).stream()
          .anyMatch(t -> project.find(t).isEmpty() && !t.is("java.lang.Object"));
    }

    /** Older code does not write {@code @Override}. */
    private boolean overrides(DeclaredMethod method) {
      int count = method.decl().params().size();
      return method.decl().annotations().stream().anyMatch(a -> a.simpleName().equals("Override"))
          || method.owner().anonymous() && callers.of(method).isEmpty()
          || project.supertypes(method.owner().type()).stream()
              .map(JavaType::name)
              .anyMatch(t -> declares(t, method.name(), count));
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

    private boolean declares(String library, String method, int arguments) {
      return project.libraries().functionalMethod(library).filter(method::equals).isPresent()
          || project.libraries().returnType(library, method, arguments).isPresent();
    }

    /** An object of the class is functional code, run where it is made or handed to. */
    private List<Run> objects(DeclaredType type) {
      if (type.place().isPresent() && type.anonymous()) {
        DeclaredType.Place place = type.place().get();
        return uses.of((Expr.New) place.node(), place.code(), Via.LAMBDA);
      }
      List<Run> out = new ArrayList<>();
      callers.creating(type).forEach(e -> out.addAll(uses.of(e.node(), e.code(), Via.LAMBDA)));
      callers.handingOver(type).forEach(e -> out.addAll(uses.of(e.node(), e.code(), Via.INJECTED)));
      return out;
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
        uses.of(outer, run.code(), run.via()).forEach(r -> followObject(r, entered, at));
      } else if (!ends) {
        Ascent.Exit exit = handedOver(run, at.flight());
        Edge edge = new Edge(run.code(), run.node(), run.via(), true);
        visit(at.outward(edge, exit.flight(), run.back(), exit.guards()));
      }
    }

    /** Initializers run when an object is made. */
    private void creations(DeclaredType type, Item at) {
      callers
          .creating(type)
          .forEach(edge -> visit(at.outward(edge, at.flight(), Optional.empty(), List.of())));
    }

    private void enter(EntryHit entry, Item at) {
      enter(entry, at, false);
    }

    private void enter(EntryHit entry, Item at, boolean standsIn) {
      Optional<Ascent.Exit> exit =
          at.code().method().map(m -> ascent.enter(m, at.shown(), at.flight()));
      Flight flight = exit.map(Ascent.Exit::flight).orElse(at.flight());
      List<Guard> around = exit.map(Ascent.Exit::guards).orElse(List.of());
      boolean watched = entry.kind() == EntryKind.UI && flight.shown();
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
}
