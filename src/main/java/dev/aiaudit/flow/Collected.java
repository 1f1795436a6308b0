package dev.aiaudit.flow;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.trace.Flight;
import dev.aiaudit.trace.Flight.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows futures that are put into a collection to where they are taken out of it again: by index,
 * one after another, or all together.
 */
final class Collected {
  private static final Set<String> PUTS = Set.of("add", "addLast", "addFirst", "offer", "push");
  private static final Set<String> TAKES =
      Set.of("get", "getFirst", "getLast", "remove", "poll", "pop", "take");
  private static final Set<String> TOGETHER = Set.of("allOf", "anyOf", "allAsList", "zip");
  private static final Set<String> READS = Set.of("join", "get");

  private final Typer typer;

  Collected(Typer typer) {
    this.typer = typer;
  }

  /**
   * Where a failure goes on.
   *
   * @param node the expression that takes out the future, or reads it
   * @param flight the failure there
   */
  record Taken(Node node, Flight flight) {}

  /** What becomes of a future that a call puts into a collection. */
  Optional<Taken> taken(Expr.Call put, Code code, Flight flight) {
    if (!PUTS.contains(put.name())
        || !(put.scope().orElse(null) instanceof Expr.Name collection)
        || !isCollection(typer.typeOf(collection, code))) {
      return Optional.empty();
    }
    for (Expr.Name use : uses(collection.id(), put, code)) {
      Optional<Taken> taken = from(use, code, flight);
      if (taken.isPresent()) {
        return taken;
      }
    }
    return Optional.empty();
  }

  /** Whether the same code reads what a call puts into a collection. */
  boolean readsLater(Expr.Call put, Code code) {
    return taken(put, code, Flight.starting(Form.FUTURE, List.of())).isPresent();
  }

  private static boolean isCollection(JavaType type) {
    String name = type.name();
    return name.startsWith("java.util.")
        && (name.endsWith("List")
            || name.endsWith("Queue")
            || name.endsWith("Deque")
            || name.endsWith("Set")
            || name.endsWith("Collection"));
  }

  private static List<Expr.Name> uses(String name, Node behind, Code code) {
    List<Expr.Name> out = new ArrayList<>();
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Expr.Name use
              && use.id().equals(name)
              && use.span().startLine() > behind.span().endLine()) {
            out.add(use);
          }
        });
    return out;
  }

  private static Optional<Taken> from(Expr.Name use, Code code, Flight flight) {
    Node parent = code.parent(use).orElse(use);
    if (parent instanceof Stmt.ForEach loop && loop.iterable() == use) {
      return element(loop).map(n -> new Taken(n, flight));
    }
    if (parent instanceof Expr.Call call && call.scope().filter(s -> s == use).isPresent()) {
      if (TAKES.contains(call.name())) {
        return Optional.of(new Taken(call, flight));
      }
      Optional<Taken> streamed = streamed(call, code, flight);
      if (streamed.isPresent()) {
        return streamed;
      }
    }
    Node at = use;
    for (Optional<Node> p = code.parent(at); p.isPresent(); p = code.parent(at)) {
      if (!(p.get() instanceof Expr)) {
        break;
      }
      at = p.get();
      if (at instanceof Expr.Call call && TOGETHER.contains(call.name())) {
        return Optional.of(new Taken(call, flight));
      }
    }
    return Optional.empty();
  }

  /** {@code for (Future f : futures)} with {@code f.get()} in it. */
  private static Optional<Node> element(Stmt.ForEach loop) {
    List<Node> out = new ArrayList<>();
    Nodes.walk(
        loop.body(),
        n -> {
          if (n instanceof Expr.Call call
              && READS.contains(call.name())
              && call.scope().orElse(null) instanceof Expr.Name name
              && name.id().equals(loop.name())) {
            out.add(name);
          }
        });
    return out.stream().findFirst();
  }

  /** {@code futures.stream().map(CompletableFuture::join)}. */
  private static Optional<Taken> streamed(Expr.Call stream, Code code, Flight flight) {
    Node at = stream;
    for (Optional<Node> p = code.parent(at); p.isPresent(); p = code.parent(at)) {
      Node below = at;
      if (!(p.get() instanceof Expr.Call call) || call.scope().filter(s -> s == below).isEmpty()) {
        return Optional.empty();
      }
      boolean reads =
          call.args().stream()
              .anyMatch(a -> a instanceof Expr.MethodRef ref && READS.contains(ref.name()));
      if (reads) {
        return Optional.of(new Taken(call, flight.as(Form.THROWN).withTypes(List.of())));
      }
      at = call;
    }
    return Optional.empty();
  }
}
