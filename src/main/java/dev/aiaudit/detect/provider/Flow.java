package dev.aiaudit.detect.provider;

import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Case;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows a value backwards to where it comes from: through variables, branches, methods of the
 * tree and their parameters. Both sides of a branch count.
 */
final class Flow {
  /** More places than this are not looked at for one value. */
  private static final int MAX_SPOTS = 400;

  private static final int MAX_OVERRIDES = 12;

  private final Basis at;
  private final Sources sources;
  private final Map<Expr, List<Leaf>> known = new IdentityHashMap<>();

  Flow(Basis at) {
    this.at = at;
    this.sources = new Sources(at);
  }

  /** All ends of the value of an expression, in the order in which they are found. */
  List<Leaf> follow(Spot start) {
    if (start.frame() != Frame.NONE) {
      return search(start);
    }
    List<Leaf> found = known.get(start.expr());
    if (found == null) {
      found = search(start);
      known.put(start.expr(), found);
    }
    return found;
  }

  private List<Leaf> search(Spot start) {
    Deque<Spot> open = new ArrayDeque<>(List.of(start));
    Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Leaf> out = new ArrayList<>();
    while (!open.isEmpty() && seen.size() < MAX_SPOTS) {
      Spot spot = open.poll();
      if (seen.add(spot.expr())) {
        step(spot, open, out);
      }
    }
    return out;
  }

  private void step(Spot spot, Deque<Spot> open, List<Leaf> out) {
    Optional<Variable> variable = variable(spot);
    if (variable.isPresent()) {
      List<Spot> found = sources.of(variable.get(), spot);
      open.addAll(found);
      if (found.isEmpty()) {
        out.add(new Leaf.Open(variable.get(), spot));
      }
      return;
    }
    List<Spot> next = next(spot);
    if (next.isEmpty()) {
      out.add(new Leaf.Value(spot));
    } else {
      open.addAll(next);
    }
  }

  /** The variable that an expression reads, also through a generated accessor. */
  Optional<Variable> variable(Spot spot) {
    Expr e = spot.expr();
    if (e instanceof Expr.Name name) {
      return at.typer().variable(name.id(), name, spot.code());
    }
    if (e instanceof Expr.FieldAccess access) {
      return field(at.typer().typeOf(access.scope(), spot.code()), access.name());
    }
    if (e instanceof Expr.Call call && call.args().isEmpty()) {
      Callee callee = at.typer().callee(call, spot.code());
      return callee.methods().isEmpty() ? accessor(callee) : Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<Variable> accessor(Callee callee) {
    Optional<Variable> same = field(callee.receiver(), callee.name());
    if (same.isPresent()) {
      return same;
    }
    String name = callee.name();
    for (String prefix : List.of("get", "is")) {
      if (name.startsWith(prefix) && name.length() > prefix.length()) {
        String rest = name.substring(prefix.length());
        return field(callee.receiver(), Character.toLowerCase(rest.charAt(0)) + rest.substring(1));
      }
    }
    return Optional.empty();
  }

  private Optional<Variable> field(JavaType type, String name) {
    return at.project().find(type).flatMap(t -> at.typer().members().field(name, t)).map(f -> f);
  }

  private List<Spot> next(Spot spot) {
    Expr e = spot.expr();
    if (e instanceof Expr.Cast cast) {
      return List.of(spot.at(cast.operand()));
    }
    if (e instanceof Expr.Assign assign) {
      return List.of(spot.at(assign.value()));
    }
    if (e instanceof Expr.Conditional c) {
      return List.of(spot.at(c.whenTrue()), spot.at(c.whenFalse()));
    }
    if (e instanceof Expr.Switch choice) {
      return yields(choice).stream().map(spot::at).toList();
    }
    if (e instanceof Expr.Lambda lambda) {
      return results(lambda.body()).stream().map(spot::at).toList();
    }
    if (e instanceof Expr.ArrayOf array) {
      return array.values().stream().map(spot::at).toList();
    }
    if (e instanceof Expr.Call call) {
      return returned(at.typer().callee(call, spot.code()), call.args(), spot);
    }
    return e instanceof Expr.MethodRef ref && !ref.name().equals("new")
        ? returned(at.typer().callee(ref, spot.code()), List.of(), spot)
        : List.of();
  }

  private static List<Expr> yields(Expr.Switch choice) {
    List<Expr> out = new ArrayList<>();
    for (Case c : choice.cases()) {
      for (Stmt s : c.body()) {
        Nodes.walk(
            s,
            n -> {
              if (n instanceof Stmt.Yield yield) {
                out.add(yield.value());
              }
            });
      }
    }
    return out;
  }

  /** What the methods of the tree that a call can mean return; nothing for a library method. */
  private List<Spot> returned(Callee callee, List<Expr> args, Spot spot) {
    List<Spot> out = new ArrayList<>();
    for (DeclaredMethod method : callee.methods()) {
      for (DeclaredMethod body : bodies(method, callee.receiver())) {
        Code code = body.code().orElseThrow();
        Frame frame = spot.frame().enter(body, args, spot.code());
        results(code.root()).forEach(r -> out.add(new Spot(r, code, frame)));
      }
    }
    return out;
  }

  private List<DeclaredMethod> bodies(DeclaredMethod method, JavaType receiver) {
    List<DeclaredMethod> out = new ArrayList<>();
    if (method.code().isPresent()) {
      out.add(method);
    }
    Optional<DeclaredType> exact = at.project().find(receiver);
    boolean known = exact.isPresent() && exact.get() == method.owner() && !method.isAbstract();
    if (!known || method.isAbstract()) {
      at.typer().members().fewOverriding(method).stream()
          .filter(m -> m.code().isPresent() && !m.owner().file().test())
          .limit(MAX_OVERRIDES)
          .forEach(out::add);
    }
    return out;
  }

  /**
   * The values that a body gives: the expression itself, or what its return statements say; lambdas
   * inside apart.
   */
  static List<Expr> results(Node body) {
    if (body instanceof Expr e) {
      return List.of(e);
    }
    List<Expr> out = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>(List.of(body));
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (node instanceof Stmt.Return give) {
        give.value().ifPresent(out::add);
      } else if (!(node instanceof Expr)) {
        node.children().forEach(open::add);
      }
    }
    return out;
  }
}
