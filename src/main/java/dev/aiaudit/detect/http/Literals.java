package dev.aiaudit.detect.http;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.LinkedHashSet;
import java.util.Set;

/** Text literals in code. */
final class Literals {
  private Literals() {}

  /** The different string literals of a piece of code, in source order. */
  static Set<String> of(Code code) {
    Set<String> out = new LinkedHashSet<>();
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Expr.Literal l && l.is(Expr.Literal.Kind.STRING)) {
            out.add(l.value());
          }
        });
    return out;
  }
}
