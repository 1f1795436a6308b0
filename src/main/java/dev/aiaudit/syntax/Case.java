package dev.aiaudit.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * One case of a switch.
 *
 * @param labels the values or patterns; empty for {@code default}
 * @param arrow whether it is written {@code ->}, so that it does not fall through
 * @param body statements; of an arrow with an expression, that expression as a {@link Stmt.Yield}
 *     or statement
 */
public record Case(List<Expr> labels, boolean arrow, List<Stmt> body) {

  /** Copies the lists. */
  public Case {
    labels = List.copyOf(labels);
    body = List.copyOf(body);
  }

  /** Whether it is the default case. */
  public boolean isDefault() {
    return labels.isEmpty();
  }

  static List<Node> nodesOf(Expr selector, List<Case> cases) {
    List<Node> out = new ArrayList<>();
    out.add(selector);
    for (Case one : cases) {
      out.addAll(one.labels());
      out.addAll(one.body());
    }
    return out;
  }
}
