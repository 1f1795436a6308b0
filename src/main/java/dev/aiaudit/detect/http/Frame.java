package dev.aiaudit.detect.http;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;

/**
 * The call through which the body of a method is looked at, so that its parameters mean those
 * arguments.
 *
 * @param method the called method
 * @param args its arguments
 * @param code the code around the call
 * @param outer the call through which that code is looked at
 */
record Frame(DeclaredMethod method, List<Expr> args, Code code, Optional<Frame> outer) {

  /** The nearest call of a method on the way. */
  static Optional<Frame> of(DeclaredMethod method, Optional<Frame> from) {
    for (Optional<Frame> f = from; f.isPresent(); f = f.get().outer()) {
      if (f.get().method() == method) {
        return f;
      }
    }
    return Optional.empty();
  }
}
