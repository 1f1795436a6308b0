package dev.aiaudit.flow;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells futures that the starting code only puts away in a field, as for a later cancellation, from
 * those that it reads. Whoever takes one out of the field may wait; who put it there does not.
 */
final class KeptFutures {
  private static final Set<String> STORES =
      Set.of("put", "putIfAbsent", "replace", "remove", "add", "addLast", "offer", "set");
  private static final Set<String> LOOKS =
      Set.of("isDone", "isCancelled", "isCompletedExceptionally", "cancel");

  private final Typer typer;
  private final Carried carried;
  private final Collected collected;

  KeptFutures(Typer typer, Carried carried, Collected collected) {
    this.typer = typer;
    this.carried = carried;
    this.collected = collected;
  }

  /** Whether the code does nothing with what a call returns but put it away. */
  boolean only(Expr made, Code code) {
    Optional<Node> parent = code.parent(made);
    if (parent.isPresent() && parent.get() instanceof Stmt.Local local) {
      List<Node> uses = carried.uses(local, code);
      return !uses.isEmpty() && uses.stream().allMatch(use -> isMere(use, code));
    }
    return stores(made, code);
  }

  private boolean isMere(Node use, Code code) {
    boolean looks =
        code.parent(use)
            .filter(p -> p instanceof Expr.Call call && LOOKS.contains(call.name()))
            .isPresent();
    return looks || stores(use, code);
  }

  private boolean stores(Node value, Code code) {
    return code.parent(value)
        .filter(p -> p instanceof Expr.Call)
        .map(p -> (Expr.Call) p)
        .filter(
            call -> STORES.contains(call.name()) && call.args().stream().anyMatch(a -> a == value))
        .filter(call -> !collected.readsLater(call, code))
        .flatMap(Expr.Call::scope)
        .flatMap(scope -> typer.variable(scope, code))
        .filter(v -> v instanceof Variable.Field)
        .isPresent();
  }
}
