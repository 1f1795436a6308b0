package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.CallRoute;
import dev.aiaudit.catalog.entrypoint.RouteSpec.Form;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the route of an entry that a call registers. */
final class CallRouteText {
  private final Typer typer;
  private final Constants constants;

  CallRouteText(Typer typer, Constants constants) {
    this.typer = typer;
    this.constants = constants;
  }

  /**
   * A verb and a path, each possibly missing.
   *
   * @param verb empty when none is known
   * @param path as written, without prefixes
   */
  private record Piece(String verb, Optional<String> path) {}

  /** The route; empty when nothing is written. */
  Optional<String> of(CallRoute route, Expr call, Code code) {
    if (route.form() == Form.NONE) {
      return Optional.empty();
    }
    Piece piece = piece(route, call, code);
    if (route.form() != Form.HTTP) {
      return piece.path();
    }
    List<String> prefixes = prefixes(route, call, code);
    if (piece.path().isEmpty() && piece.verb().isEmpty() && prefixes.isEmpty()) {
      return Optional.empty();
    }
    List<String> all = new ArrayList<>(prefixes);
    piece.path().ifPresent(all::add);
    List<String> verbs = piece.verb().isEmpty() ? List.of() : List.of(piece.verb());
    return Optional.of(Paths.request(verbs, List.of(Paths.join(all.toArray(String[]::new)))));
  }

  /** Whether the path has a scheme with which somebody waits. */
  boolean waits(CallRoute route, Expr call, Code code) {
    return !route.waitingSchemes().isEmpty()
        && piece(route, call, code)
            .path()
            .filter(path -> route.waitingSchemes().contains(path.replaceFirst(":.*", "")))
            .isPresent();
  }

  private Piece piece(CallRoute route, Expr call, Code code) {
    List<Expr> args = argumentsOf(call);
    String verb = call instanceof Expr.Call c ? route.verbs().getOrDefault(c.name(), "") : "";
    if (route.argument().isPresent()) {
      int position = route.argument().getAsInt();
      Piece found =
          position < args.size()
              ? ofArgument(route, args.get(position), code)
              : new Piece("", Optional.empty());
      return found.verb().isEmpty() ? new Piece(verb, found.path()) : found;
    }
    return ofChain(route, call, code).orElse(new Piece(verb, Optional.empty()));
  }

  /** A path, or a predicate such as {@code GET("/x").and(accept(JSON))}. */
  private Piece ofArgument(CallRoute route, Expr argument, Code code) {
    Optional<String> text = text(argument, code);
    if (text.isPresent() || !(argument instanceof Expr.Call call)) {
      return new Piece("", text);
    }
    if (route.predicates().containsKey(call.name())) {
      Optional<String> path = call.args().stream().findFirst().flatMap(a -> text(a, code));
      return new Piece(route.predicates().get(call.name()), path);
    }
    return call.scope()
        .map(scope -> ofArgument(route, scope, code))
        .orElse(new Piece("", Optional.empty()));
  }

  private Optional<Piece> ofChain(CallRoute route, Expr call, Code code) {
    Optional<Expr> at = call instanceof Expr.Call c ? c.scope() : Optional.empty();
    for (int i = 0; i < 60 && at.isPresent(); i++) {
      if (at.get() instanceof Expr.Call link) {
        if (route.chain().containsKey(link.name())) {
          Optional<String> path =
              link.args().stream().flatMap(a -> text(a, code).stream()).reduce((a, b) -> b);
          return Optional.of(new Piece(route.chain().get(link.name()), path));
        }
        at = link.scope();
      } else if (at.get() instanceof Expr.Name name) {
        at = definition(name, code);
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Expr> definition(Expr.Name name, Code code) {
    return typer
        .variable(name.id(), name, code)
        .filter(Variable.Local.class::isInstance)
        .map(Variable.Local.class::cast)
        .filter(local -> local.code() == code)
        .flatMap(local -> local.decl().init());
  }

  /**
   * What enclosing calls such as {@code path("/orders", () -> ..)} put in front, outermost first.
   */
  private List<String> prefixes(CallRoute route, Expr call, Code code) {
    List<String> out = new ArrayList<>();
    Optional<Node> at = code.parent(call);
    while (at.isPresent()) {
      if (at.get() instanceof Expr.Call around
          && around.args().size() > 1
          && route.within().contains(around.name())) {
        ofArgument(route, around.args().get(0), code).path().ifPresent(path -> out.add(0, path));
      }
      at = code.parent(at.get());
    }
    return out;
  }

  private Optional<String> text(Expr expr, Code code) {
    if (expr instanceof Expr.Name name) {
      Optional<Variable> variable = typer.variable(name.id(), name, code);
      if (variable.isPresent() && variable.get() instanceof Variable.Local local) {
        return local.decl().init().flatMap(init -> constants.text(init, code.owner()));
      }
      if (variable.isPresent() && !(variable.get() instanceof Variable.Field)) {
        return Optional.empty();
      }
    }
    boolean constant =
        expr instanceof Expr.Literal
            || expr instanceof Expr.Name
            || expr instanceof Expr.FieldAccess
            || expr instanceof Expr.Binary
            || expr instanceof Expr.ClassLiteral;
    DeclaredType owner = code.owner();
    return constant ? constants.text(expr, owner) : Optional.empty();
  }

  private static List<Expr> argumentsOf(Expr call) {
    if (call instanceof Expr.Call c) {
      return c.args();
    }
    return call instanceof Expr.New n ? n.args() : List.of();
  }
}
