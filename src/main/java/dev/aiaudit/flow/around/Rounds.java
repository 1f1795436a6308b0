package dev.aiaudit.flow.around;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Loops in which one request makes its calls one after another. */
final class Rounds {
  private static final Set<String> PER_ELEMENT =
      Set.of("forEach", "map", "flatMap", "mapToObj", "filter", "peek", "anyMatch", "allMatch");

  private static final Set<String> SIDE_BY_SIDE =
      Set.of(
          "supplyAsync",
          "runAsync",
          "submit",
          "execute",
          "invokeAll",
          "parallelStream",
          "parallel",
          "fork");

  private static final Set<String> STREAMS =
      Set.of("Stream.of", "IntStream.range", "IntStream.rangeClosed", "IntStream.of");

  private final Surroundings at;
  private final Places places;

  Rounds(Surroundings at, Places places) {
    this.at = at;
    this.places = places;
  }

  /**
   * What makes a path that somebody waits on reach its call more than once.
   *
   * @param where the loop, or the last of the calls
   * @param calls how many calls stand in a row; empty for a loop
   */
  record Repetition(Location where, OptionalInt calls) {}

  /** The loop around the call, or the calls in a row, on a path that somebody waits on. */
  Optional<Repetition> on(CallPath path) {
    List<Frame> frames = path.frames();
    for (int i = frames.size() - 1; i >= 0 && !frames.get(i).detached(); i--) {
      Frame frame = frames.get(i);
      Optional<Place> place = places.of(frame);
      // A loop that tries again is no fan-out; an annotation beside a loop changes nothing.
      boolean retries =
          frame.guards().stream()
              .anyMatch(g -> g.kind() == GuardKind.RETRY && g.by().equals("loop"));
      if (place.isEmpty() || retries) {
        return Optional.empty();
      }
      Optional<Location> loop = loop(place.get());
      if (loop.isPresent()) {
        return loop.map(l -> new Repetition(l, OptionalInt.empty()));
      }
      Optional<Repetition> row = InARow.around(place.get());
      if (row.isPresent()) {
        return row;
      }
      if (apart(place.get())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean apart(Place place) {
    Code code = place.code();
    Node child = place.node();
    for (Optional<Node> p = code.parent(child); p.isPresent(); p = code.parent(child)) {
      if (p.get() instanceof Expr.Call call
          && child instanceof Expr.Lambda
          && SIDE_BY_SIDE.contains(call.name())) {
        return true;
      }
      child = p.get();
    }
    return false;
  }

  private Optional<Location> loop(Place place) {
    Code code = place.code();
    Node child = place.node();
    boolean leaves = false;
    for (Optional<Node> p = code.parent(child); p.isPresent(); p = code.parent(child)) {
      Node around = p.get();
      if (around instanceof Stmt.Return) {
        leaves = true;
      }
      if (around instanceof Stmt.ForEach loop && loop.body() == child) {
        return leaves || alternates(loop, place.node(), child)
            ? Optional.empty()
            : Optional.of(code.location(loop.iterable()));
      }
      if (around instanceof Expr.Call call && child instanceof Expr.Lambda) {
        if (SIDE_BY_SIDE.contains(call.name())) {
          return Optional.empty();
        }
        if (PER_ELEMENT.contains(call.name()) && elements(call, code)) {
          return Optional.of(code.location(call.nameSpan()));
        }
      }
      child = around;
    }
    return Optional.empty();
  }

  /**
   * A loop over clients, or one that ends with the first answer, makes one call when all is well.
   */
  private static boolean alternates(Stmt.ForEach loop, Node call, Node body) {
    boolean[] ends = new boolean[1];
    Nodes.walk(
        body,
        n -> ends[0] |= n instanceof Stmt.Return || n instanceof Stmt.Jump j && !j.isContinue());
    Node root = call;
    while (root instanceof Expr.Call c && c.scope().isPresent()) {
      root = c.scope().get();
    }
    return ends[0] || root instanceof Expr.Name name && name.id().equals(loop.name());
  }

  /** Whether a chain of calls goes through the elements of a collection, array or range. */
  private static boolean streams(Expr scope) {
    Expr e = scope;
    while (e instanceof Expr.Call link) {
      if (link.name().equals("stream") || STREAMS.contains(root(link) + "." + link.name())) {
        return true;
      }
      e = link.scope().orElse(null);
    }
    return false;
  }

  private static String root(Expr.Call link) {
    return link.scope()
        .filter(s -> s instanceof Expr.Name)
        .map(s -> ((Expr.Name) s).id())
        .orElse("");
  }

  private boolean elements(Expr.Call call, Code code) {
    boolean[] parallel = new boolean[1];
    Nodes.walk(
        call, n -> parallel[0] |= n instanceof Expr.Call c && SIDE_BY_SIDE.contains(c.name()));
    if (parallel[0] || call.scope().isEmpty()) {
      return false;
    }
    if (streams(call.scope().get())) {
      return true;
    }
    JavaType type = at.typer().typeOf(call.scope().get(), code);
    String name = type.name();
    return name.startsWith("java.util.stream.")
        || name.equals("java.util.List")
        || name.equals("java.util.Set")
        || name.equals("java.util.Collection")
        || name.equals("java.util.ArrayList");
  }
}
