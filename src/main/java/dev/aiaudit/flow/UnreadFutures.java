package dev.aiaudit.flow;

import dev.aiaudit.catalog.detach.Effect;
import dev.aiaudit.catalog.detach.Join;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.trace.Flight;
import java.util.Optional;

/**
 * Tells whether the code that starts a task ever looks at its future or pipeline. A task that has
 * settled its failure itself leaves no failure to follow, so only this says whether anybody waits.
 */
final class UnreadFutures {
  private static final String FUTURE = "java.util.concurrent.CompletableFuture";
  private static final String PIPELINE = "reactor.core.publisher.Mono";

  private final FlowKnowledge knowledge;
  private final DroppedResults results;
  private final KeptFutures kept;

  UnreadFutures(FlowKnowledge knowledge, DroppedResults results, KeptFutures kept) {
    this.knowledge = knowledge;
    this.results = results;
    this.kept = kept;
  }

  /**
   * Whether what a call returns is thrown away, kept in a variable that nobody uses, or only put
   * away for somebody else.
   *
   * @param form what it returns where the type is not known
   */
  boolean unread(Expr start, Code code, Flight.Form form) {
    Node at = start;
    for (Optional<Node> n = code.parent(at); n.isPresent(); n = code.parent(at)) {
      Node around = n.get();
      if (around instanceof Expr.Call call && call.scope().filter(at::equals).isPresent()) {
        if (waits(call, code, form)) {
          return false;
        }
        if (subscribes(call, code, form)) {
          return true;
        }
        at = call;
      } else {
        return at instanceof Expr made
            && (results.unused(made, code) || kept.only(made, code))
            && !closes(start, code);
      }
    }
    return false;
  }

  private boolean waits(Expr.Call call, Code code, Flight.Form form) {
    return knowledge
        .detach()
        .joins(receiver(call, code, form), call.name())
        .filter(j -> j.kind() == Join.Kind.BLOCKS)
        .isPresent();
  }

  private boolean subscribes(Expr.Call call, Code code, Flight.Form form) {
    return knowledge
        .detach()
        .detach(receiver(call, code, form), call.name())
        .filter(d -> d.effect() == Effect.REACTIVE_SUBSCRIBE)
        .isPresent();
  }

  private String receiver(Expr.Call call, Code code, Flight.Form form) {
    JavaType type = knowledge.typer().callee(call, code).receiver();
    if (type.isKnown()) {
      return type.name();
    }
    return form == Flight.Form.FUTURE ? FUTURE : PIPELINE;
  }

  /** An executor that is closed at the end of a try waits for its tasks. */
  boolean closes(Expr start, Code code) {
    if (!(start instanceof Expr.Call call)
        || !(call.scope().orElse(start) instanceof Expr.Name executor)) {
      return false;
    }
    for (Optional<Node> n = code.parent(start); n.isPresent(); n = code.parent(n.get())) {
      if (n.get() instanceof Stmt.Try attempt
          && attempt.resources().stream()
              .anyMatch(r -> r instanceof Stmt.Local l && l.name().equals(executor.id()))) {
        return true;
      }
    }
    return false;
  }
}
