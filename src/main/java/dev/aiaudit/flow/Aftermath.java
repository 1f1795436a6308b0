package dev.aiaudit.flow;

import dev.aiaudit.flow.Verdict.End;
import dev.aiaudit.model.Handling;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Case;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what runs after a statement that a failure has passed without leaving the code: what
 * follows it decides.
 */
final class Aftermath {
  private final Blocks blocks;

  Aftermath(Blocks blocks) {
    this.blocks = blocks;
  }

  /**
   * The ways in which the code can end when it goes on behind a statement.
   *
   * @param after the statement that is over
   * @param nextRound whether the round of the loop around it is over too
   */
  List<Verdict> behind(Node after, boolean nextRound, Situation at) {
    Code code = at.code();
    Node child = after;
    boolean round = nextRound;
    List<Verdict> out = new ArrayList<>();
    for (Optional<Node> p = code.parent(child); p.isPresent(); p = code.parent(child)) {
      Node parent = p.get();
      if (parent instanceof Expr.Lambda) {
        break;
      }
      if (parent instanceof Stmt.Loop || parent instanceof Stmt.ForEach) {
        round = false;
      } else if (!round) {
        List<Stmt> rest = rest(parent, child);
        if (parent instanceof Stmt.Try attempt) {
          rest = finallyOf(attempt, child);
        }
        List<Verdict> ends = blocks.list(rest, at);
        ends.stream().filter(v -> v.end() == End.ANSWER || v.end() == End.THROW).forEach(out::add);
        boolean goesOn = ends.stream().anyMatch(v -> v.end() != End.ANSWER && v.end() != End.THROW);
        if (!goesOn) {
          return out;
        }
        round =
            ends.stream().noneMatch(v -> v.end() == End.FALL_THROUGH)
                && ends.stream().anyMatch(v -> v.end() == End.NEXT_ROUND);
      }
      child = parent;
    }
    Handling silent = at.errorSent() ? Handling.ERROR_RESPONSE : Handling.SWALLOW;
    out.add(Verdict.answer(silent, code.location(after)));
    return out;
  }

  /** The variables that a try statement gives a value, in its body or its handlers. */
  Set<String> assigned(Stmt.Try attempt) {
    Set<String> out = new HashSet<>();
    Nodes.walk(
        attempt,
        n -> {
          if (n instanceof Expr.Assign assign && assign.target() instanceof Expr.Name name) {
            out.add(name.id());
          } else if (n instanceof Expr.Call call
              && call.scope().filter(s -> s instanceof Expr.Name).isPresent()) {
            out.add(((Expr.Name) call.scope().get()).id());
          }
        });
    return out;
  }

  /** Whether the value of an answer depends on one of the variables. */
  boolean mentions(Verdict answer, Set<String> variables) {
    return answer.value().isPresent()
        && variables.stream().anyMatch(v -> Conditions.mentions(answer.value().get(), v));
  }

  private static List<Stmt> finallyOf(Stmt.Try attempt, Node child) {
    boolean last = attempt.finallyBlock().filter(f -> f == child).isPresent();
    return last ? List.of() : attempt.finallyBlock().map(f -> List.<Stmt>of(f)).orElse(List.of());
  }

  private static List<Stmt> rest(Node parent, Node child) {
    if (parent instanceof Stmt.Block block) {
      return after(block.statements(), child);
    }
    List<Case> cases =
        parent instanceof Stmt.Switch s
            ? s.cases()
            : parent instanceof Expr.Switch e ? e.cases() : List.of();
    for (Case c : cases) {
      if (c.body().stream().anyMatch(s -> s == child)) {
        return after(c.body(), child);
      }
    }
    return List.of();
  }

  private static List<Stmt> after(List<Stmt> statements, Node child) {
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) == child) {
        return statements.subList(i + 1, statements.size());
      }
    }
    return List.of();
  }
}
