package dev.aiaudit.flow;

import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Catch;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.trace.Edge;
import java.util.Optional;

/** Catch blocks that wait for a failure that happens on another thread. */
final class LostFailures {
  private final FlowKnowledge knowledge;
  private final ExceptionTypes exceptions;

  LostFailures(FlowKnowledge knowledge, ExceptionTypes exceptions) {
    this.knowledge = knowledge;
    this.exceptions = exceptions;
  }

  /**
   * The catch block around a call that only hands the work over. Only a try block with nothing else
   * in it is there for this call.
   */
  Optional<Guard> around(Edge caller) {
    Code code = caller.code();
    Node at = caller.node();
    for (Optional<Node> p = code.parent(at); p.isPresent(); p = code.parent(at)) {
      if (p.get() instanceof Expr.Lambda) {
        return Optional.empty();
      }
      if (p.get() instanceof Stmt.Try attempt && attempt.body() == at) {
        return attempt.body().statements().size() == 1
            ? answering(attempt, code).map(c -> guard(c, code))
            : Optional.empty();
      }
      at = p.get();
    }
    return Optional.empty();
  }

  private Optional<Catch> answering(Stmt.Try attempt, Code code) {
    return attempt.catches().stream()
        .filter(
            c ->
                c.types().stream()
                    .map(t -> knowledge.typer().resolve(t, code))
                    .anyMatch(this::general))
        .filter(c -> acts(c.body()))
        .findFirst();
  }

  private boolean general(JavaType type) {
    return exceptions.matchUnknown(type) == ExceptionTypes.Match.ALL;
  }

  /** Whether the block does more than to write a line into the log. */
  private static boolean acts(Node body) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        body,
        n -> {
          if (n instanceof Stmt.Return r) {
            found[0] |= r.value().isPresent();
          }
          if (n instanceof Stmt.Expression e && e.expr() instanceof Expr.Call call) {
            boolean log =
                call.name().equals("printStackTrace")
                    || call.scope()
                        .filter(s -> s instanceof Expr.Name name && Blocks.isLogger(name.id()))
                        .isPresent();
            found[0] |= !log;
          }
        });
    return found[0];
  }

  private static Guard guard(Catch c, Code code) {
    return Guard.ineffective(
        GuardKind.FALLBACK,
        "try-catch",
        code.location(c.span()),
        "the called method runs on another thread (@Async), and its exception does not come back"
            + " to this one");
  }
}
