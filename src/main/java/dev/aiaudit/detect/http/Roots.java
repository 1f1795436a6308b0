package dev.aiaudit.detect.http;

import dev.aiaudit.syntax.Expr;
import java.util.Optional;

/** The starts of call chains. */
final class Roots {
  private Roots() {}

  /** The innermost receiver of a chain of calls. */
  static Optional<Expr> of(Expr.Call call) {
    Optional<Expr> at = call.scope();
    while (at.isPresent() && at.get() instanceof Expr.Call inner) {
      at = inner.scope();
    }
    return at;
  }

  /** The name of the variable at the start of a chain of calls. */
  static Optional<String> variable(Expr.Call call) {
    Optional<Expr> root = of(call);
    if (root.isPresent() && root.get() instanceof Expr.Name name) {
      return Optional.of(name.id());
    }
    return root.isPresent()
            && root.get() instanceof Expr.FieldAccess field
            && field.scope() instanceof Expr.This
        ? Optional.of(field.name())
        : Optional.empty();
  }
}
