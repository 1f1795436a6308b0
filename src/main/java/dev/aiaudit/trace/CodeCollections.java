package dev.aiaudit.trace;

import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functional code kept in a map or list that is a field, such as a table of strategies. */
final class CodeCollections {
  private static final int MAX_LOCALS = 3;
  private static final Set<String> STORING = Set.of("put", "add", "putIfAbsent");
  private static final Set<String> RUNNING =
      Set.of("apply", "accept", "get", "run", "call", "test", "execute", "handle", "invoke");

  private final Typer typer;

  CodeCollections(Typer typer) {
    this.typer = typer;
  }

  /**
   * The calls of functional methods on what comes out of the collection.
   *
   * @param put a call of a library method; one that stores nothing has no runs
   */
  List<Run> runs(Expr.Call put, Code code, Via via) {
    if (!STORING.contains(put.name())) {
      return List.of();
    }
    return put.scope()
        .flatMap(s -> s instanceof Expr.Name n ? typer.variable(n.id(), n, code) : Optional.empty())
        .filter(v -> v instanceof Variable.Field)
        .map(v -> content((Variable.Field) v, via))
        .orElse(List.of());
  }

  private List<Run> content(Variable.Field field, Via via) {
    List<Run> out = new ArrayList<>();
    for (DeclaredType type : field.owner().file().types()) {
      for (Code code : type.codes()) {
        Nodes.walk(
            code.root(),
            node -> {
              if (node instanceof Expr.Call call
                  && RUNNING.contains(call.name())
                  && call.scope().filter(s -> comesFrom(s, field, code, 0)).isPresent()) {
                out.add(new Run(code, call, Optional.empty(), via, Optional.empty(), List.of()));
              }
            });
      }
    }
    return out;
  }

  private boolean comesFrom(Expr e, Variable.Field field, Code code, int depth) {
    if (e instanceof Expr.Call inner && inner.scope().isPresent()) {
      return comesFrom(inner.scope().get(), field, code, depth);
    }
    if (!(e instanceof Expr.Name name)) {
      return false;
    }
    Optional<Variable> variable = typer.variable(name.id(), name, code);
    if (variable.isPresent() && variable.get() instanceof Variable.Local local) {
      return depth < MAX_LOCALS
          && local.decl().init().filter(i -> comesFrom(i, field, code, depth + 1)).isPresent();
    }
    return variable.isPresent()
        && variable.get() instanceof Variable.Field f
        && f.decl() == field.decl();
  }
}
