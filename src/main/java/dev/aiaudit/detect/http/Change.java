package dev.aiaudit.detect.http;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Span;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A place that changes the text behind a variable: an assignment, or a call that appends to a
 * builder.
 *
 * @param node the whole assignment or call
 * @param target the variable as written there
 * @param value what is assigned or appended
 * @param appends whether the old text stays in front
 */
record Change(Expr node, Expr target, Expr value, boolean appends) {
  private static final Set<String> APPENDING = Set.of("append", "concat");

  /** The changes of all variables of a name in a piece of code, in source order. */
  static List<Change> of(String name, Code code) {
    List<Change> out = new ArrayList<>();
    Nodes.walk(code.root(), n -> note(n, name, out));
    return out;
  }

  /** The changes of all variables in a piece of code by the last part of their name. */
  static Map<String, List<Change>> byName(Code code) {
    Map<String, List<Change>> out = new HashMap<>();
    Nodes.walk(
        code.root(),
        node -> changed(node).ifPresent(n -> out.computeIfAbsent(n, k -> new ArrayList<>())));
    out.replaceAll((name, none) -> of(name, code));
    return out;
  }

  /** The name of the variable that a node may change. */
  private static Optional<String> changed(Node node) {
    if (node instanceof Expr.Assign assign) {
      return name(assign.target());
    }
    if (node instanceof Stmt.Expression statement && statement.expr() instanceof Expr.Call call) {
      Expr at = call;
      while (at instanceof Expr.Call c && APPENDING.contains(c.name()) && c.scope().isPresent()) {
        at = c.scope().get();
      }
      return at == call ? Optional.empty() : name(at);
    }
    return Optional.empty();
  }

  private static Optional<String> name(Expr target) {
    if (target instanceof Expr.Name n) {
      return Optional.of(n.id());
    }
    return target instanceof Expr.FieldAccess f ? Optional.of(f.name()) : Optional.empty();
  }

  private static void note(Node node, String name, List<Change> out) {
    if (node instanceof Expr.Assign assign && names(assign.target(), name)) {
      boolean appends = assign.operator().equals("+=");
      out.add(new Change(assign, assign.target(), assign.value(), appends));
    } else if (node instanceof Stmt.Expression statement
        && statement.expr() instanceof Expr.Call call) {
      appended(call, name, out);
    }
  }

  /** {@code sb.append(a).append(b);} changes {@code sb}, a first. */
  private static void appended(Expr.Call call, String name, List<Change> out) {
    List<Change> chain = new ArrayList<>();
    Expr at = call;
    while (at instanceof Expr.Call c && APPENDING.contains(c.name()) && c.args().size() == 1) {
      if (c.scope().isEmpty()) {
        return;
      }
      chain.add(0, new Change(call, c.scope().get(), c.args().get(0), true));
      at = c.scope().get();
    }
    if (names(at, name)) {
      Expr root = at;
      chain.forEach(c -> out.add(new Change(c.node, root, c.value, true)));
    }
  }

  private static boolean names(Expr target, String name) {
    return target instanceof Expr.Name n && n.id().equals(name)
        || target instanceof Expr.FieldAccess f && f.name().equals(name);
  }

  /** Whether the change is of that field and not of a local of the same name. */
  boolean meansField(Variable.Field field, Typer typer, Code code) {
    return target instanceof Expr.FieldAccess access
        ? typer.typeOf(access.scope(), code).is(field.owner().name())
            || access.scope() instanceof Expr.This
                && typer.project().isSubtype(code.owner().type(), field.owner().name())
        : typer
            .variable(field.name(), target, code)
            .filter(v -> v instanceof Variable.Field f && f.decl() == field.decl())
            .isPresent();
  }

  /** Whether the change stands before a place in the same code. */
  boolean before(Node use) {
    Span mine = node.span();
    Span other = use.span();
    return mine.endLine() < other.startLine()
        || mine.endLine() == other.startLine() && mine.endColumn() < other.startColumn();
  }

  /** Whether every way to the place leads through the change. */
  boolean dominates(Node use, Code code) {
    Optional<Node> statement = code.parent(node);
    Optional<Node> block = statement.flatMap(code::parent);
    if (block.isEmpty() || !(block.get() instanceof Stmt.Block)) {
      return false;
    }
    for (Optional<Node> n = Optional.of(use); n.isPresent(); n = code.parent(n.get())) {
      if (n.get() == block.get()) {
        return true;
      }
    }
    return false;
  }
}
