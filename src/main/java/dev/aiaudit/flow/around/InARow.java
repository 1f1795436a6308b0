package dev.aiaudit.flow.around;

import dev.aiaudit.flow.around.Rounds.Repetition;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Calls of one method that stand one below the other and do not need each other's results, so that
 * they could be made side by side.
 */
final class InARow {
  private InARow() {}

  /**
   * The row that a call is the first of, so that each row is told once; empty when it is alone or
   * its neighbours build on each other.
   */
  static Optional<Repetition> around(Place place) {
    if (!(place.node() instanceof Expr.Call call)) {
      return Optional.empty();
    }
    Optional<Stmt.Block> block = block(place);
    if (block.isEmpty()) {
      return Optional.empty();
    }
    List<Expr.Call> row = new ArrayList<>();
    Set<String> answers = new HashSet<>();
    for (Stmt statement : block.get().statements()) {
      if (!straight(statement)) {
        if (leavesWith(statement, answers)) {
          row.clear();
        }
        continue;
      }
      List<Expr.Call> same = new ArrayList<>();
      boolean[] needs = new boolean[1];
      walk(
          statement,
          n -> {
            if (n instanceof Expr.Call other && alike(call, other)) {
              same.add(other);
            }
            needs[0] |= n instanceof Expr.Name name && answers.contains(name.id());
          });
      if (!needs[0]) {
        row.addAll(same);
      }
      if (!same.isEmpty() || needs[0]) {
        given(statement).ifPresent(answers::add);
      }
    }
    return row.size() < 2 || row.get(0) != call
        ? Optional.empty()
        : Optional.of(
            new Repetition(
                place.code().location(row.get(row.size() - 1).nameSpan()),
                OptionalInt.of(row.size())));
  }

  /** The block whose statement the call stands in, when nothing but the block decides its turn. */
  private static Optional<Stmt.Block> block(Place place) {
    Code code = place.code();
    Node child = place.node();
    for (Optional<Node> p = code.parent(child); p.isPresent(); p = code.parent(child)) {
      Node around = p.get();
      if (around instanceof Stmt.Block block) {
        return child instanceof Stmt statement && straight(statement)
            ? Optional.of(block)
            : Optional.empty();
      }
      if (around instanceof Expr.Lambda || around instanceof Expr.Conditional) {
        return Optional.empty();
      }
      child = around;
    }
    return Optional.empty();
  }

  /** Whether an answer that is good enough is given back, so that what follows is a second try. */
  private static boolean leavesWith(Stmt statement, Set<String> answers) {
    boolean[] leaves = new boolean[2];
    walk(
        statement,
        n -> {
          leaves[0] |= n instanceof Stmt.Return;
          leaves[1] |= n instanceof Expr.Name name && answers.contains(name.id());
        });
    return leaves[0] && leaves[1];
  }

  private static boolean straight(Stmt statement) {
    return statement instanceof Stmt.Expression
        || statement instanceof Stmt.Local
        || statement instanceof Stmt.Return;
  }

  private static Optional<String> given(Stmt statement) {
    if (statement instanceof Stmt.Local local) {
      return Optional.of(local.name());
    }
    return statement instanceof Stmt.Expression e
            && e.expr() instanceof Expr.Assign assign
            && assign.target() instanceof Expr.Name name
        ? Optional.of(name.id())
        : Optional.empty();
  }

  private static boolean alike(Expr.Call one, Expr.Call other) {
    return one == other
        || one.name().equals(other.name())
            && one.args().size() == other.args().size()
            && !one.args().isEmpty()
            && receiver(one).isPresent()
            && receiver(one).equals(receiver(other));
  }

  /** The variable on which a call is made, {@code this} included; empty for anything else. */
  private static Optional<String> receiver(Expr.Call call) {
    Optional<Expr> scope = call.scope().filter(s -> !(s instanceof Expr.This));
    if (scope.isEmpty()) {
      return Optional.of("this");
    }
    if (scope.get() instanceof Expr.FieldAccess field && field.scope() instanceof Expr.This) {
      return Optional.of(field.name());
    }
    return scope.get() instanceof Expr.Name name ? Optional.of(name.id()) : Optional.empty();
  }

  /** All nodes that run whenever the statement does. */
  private static void walk(Node node, Consumer<Node> to) {
    if (node instanceof Expr.Lambda || node instanceof Expr.Conditional) {
      return;
    }
    to.accept(node);
    node.children().forEach(child -> walk(child, to));
  }
}
