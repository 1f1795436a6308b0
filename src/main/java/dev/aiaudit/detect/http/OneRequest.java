package dev.aiaudit.detect.http;

import dev.aiaudit.catalog.CallPattern;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.Optional;

/**
 * Of several calls on one connection, each of which could send its request, finds the one that
 * does.
 */
final class OneRequest {
  private final Surroundings at;

  OneRequest(Surroundings at) {
    this.at = at;
  }

  /**
   * Whether the call sends a request: it always does, unless an earlier one on the same variable
   * did.
   */
  boolean sends(CallPattern pattern, Expr.Call call, Code code) {
    Optional<String> variable = Roots.variable(call);
    if (!pattern.once() || variable.isEmpty()) {
      return true;
    }
    Expr.Call[] first = {null};
    Nodes.walk(
        code.root(),
        n -> {
          if (first[0] == null
              && n instanceof Expr.Call other
              && Roots.variable(other).equals(variable)
              && isOnce(other, code)) {
            first[0] = other;
          }
        });
    return first[0] == null || first[0] == call;
  }

  private boolean isOnce(Expr.Call call, Code code) {
    String type = at.typer().callee(call, code).receiver().name();
    return at.catalog()
        .call(type, call.name(), call.args().size())
        .filter(CallPattern::once)
        .isPresent();
  }
}
