package dev.aiaudit.flow;

import dev.aiaudit.catalog.detach.WebAsync;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether code that nobody waits for gives the client its answer, through an emitter or
 * deferred result that it works on itself or hands to what it calls.
 */
final class Feeds {
  private static final int MAX_METHODS = 40;
  private static final int MAX_DEPTH = 4;

  private final FlowKnowledge knowledge;

  Feeds(FlowKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  private record Step(Node root, Code code, int depth) {}

  /** Whether some part of the code, or of the methods below it, works on such an object. */
  boolean client(Node root, Code code) {
    Map<Node, Boolean> seen = new IdentityHashMap<>();
    Deque<Step> open = new ArrayDeque<>();
    open.add(new Step(root, code, 0));
    while (!open.isEmpty() && seen.size() < MAX_METHODS) {
      Step step = open.poll();
      if (seen.put(step.root(), true) == null && read(step, open)) {
        return true;
      }
    }
    return false;
  }

  private boolean read(Step step, Deque<Step> open) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        step.root(),
        n -> {
          found[0] |= n instanceof Expr e && holdsClient(e, step.code());
          if (step.depth() < MAX_DEPTH) {
            if (n instanceof Expr.Call call) {
              Alternates.bodies(knowledge.typer(), knowledge.typer().callee(call, step.code()))
                  .forEach(m -> add(m, step, open));
            } else if (n instanceof Expr.MethodRef ref) {
              Alternates.bodies(knowledge.typer(), knowledge.typer().callee(ref, step.code()))
                  .forEach(m -> add(m, step, open));
            }
          }
        });
    return found[0];
  }

  private static void add(DeclaredMethod method, Step from, Deque<Step> open) {
    method.code().ifPresent(c -> open.add(new Step(c.root(), c, from.depth() + 1)));
  }

  private boolean holdsClient(Expr e, Code code) {
    if (e instanceof Expr.Name name) {
      Optional<Variable> variable = knowledge.typer().variable(name.id(), name, code);
      return variable.isPresent() && isClient(knowledge.typer().typeOf(variable.get()));
    }
    return e instanceof Expr.Call call
        && call.scope().filter(s -> isClient(knowledge.typer().typeOf(s, code))).isPresent();
  }

  /** Pipelines are made and not fed; what can be sent to or completed is. */
  private boolean isClient(JavaType type) {
    return type.isKnown()
        && knowledge.detach().webAsync(type.name()).filter(WebAsync::isFed).isPresent();
  }
}
