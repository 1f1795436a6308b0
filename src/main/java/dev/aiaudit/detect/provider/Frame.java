package dev.aiaudit.detect.provider;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;

/**
 * The calls through which a method was entered, so that its parameters mean the arguments of that
 * call.
 */
record Frame(Optional<Entered> entered) {

  /** No call is known. */
  static final Frame NONE = new Frame(Optional.empty());

  private static final int MAX_DEPTH = 12;

  /** A call: its arguments are expressions of the code around it. */
  record Entered(DeclaredMethod method, List<Expr> args, Code code, Frame outer, int depth) {}

  /** This frame and one more call; the outermost ones count when there are too many. */
  Frame enter(DeclaredMethod method, List<Expr> args, Code code) {
    int depth = entered.map(e -> e.depth() + 1).orElse(0);
    return depth > MAX_DEPTH
        ? this
        : new Frame(Optional.of(new Entered(method, List.copyOf(args), code, this, depth)));
  }

  /** The argument that a parameter stands for. */
  Optional<Spot> argument(DeclaredMethod method, int position) {
    for (Optional<Entered> e = entered; e.isPresent(); e = e.get().outer().entered()) {
      if (e.get().method() == method) {
        return position < e.get().args().size()
            ? Optional.of(new Spot(e.get().args().get(position), e.get().code(), e.get().outer()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
