package dev.aiaudit.flow;

import dev.aiaudit.catalog.detach.DetachCall;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import java.util.Optional;

/**
 * Finds background work that ends in a window: it hands its answer to the thread of the user
 * interface, or to a callback that it was given, so the person in front of the window waits
 * although no thread does.
 */
final class Windows {
  private final FlowKnowledge knowledge;

  Windows(FlowKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Whether the code inside a lambda or method body gives its answer away later. */
  boolean showLater(Node body, Code code) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        body,
        n ->
            found[0] =
                found[0]
                    || n instanceof Expr.Call call
                        && (isOnWindowThread(call, code) || isCallback(call, code)));
    return found[0];
  }

  private boolean isOnWindowThread(Expr.Call call, Code code) {
    return knowledge.detach().isUiMethod(call.name())
        && knowledge
            .detach()
            .detach(knowledge.typer().callee(call, code).receiver().name(), call.name())
            .filter(d -> d.ui() && d.task() == DetachCall.Task.ARGUMENTS)
            .isPresent();
  }

  /** A call of a functional parameter of the method around it. */
  private boolean isCallback(Expr.Call call, Code code) {
    if (call.scope().isEmpty() || !(call.scope().get() instanceof Expr.Name name)) {
      return false;
    }
    Optional<Variable> variable = knowledge.typer().variable(name.id(), name, code);
    return variable.filter(Variable.Parameter.class::isInstance).isPresent()
        && knowledge
            .project()
            .libraries()
            .functionalMethod(knowledge.typer().typeOf(name, code).name())
            .filter(call.name()::equals)
            .isPresent();
  }
}
