package dev.aiaudit.flow;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows a future or pipeline that is kept in a local variable to where it is used. */
final class Carried {
  private final Typer typer;

  Carried(Typer typer) {
    this.typer = typer;
  }

  /**
   * The use of the variable that says most about its fate: one whose result is read or returned
   * before one that only looks at it.
   *
   * @param declaration the local declaration or assignment
   */
  Optional<Node> nextUse(Node declaration, Code code) {
    String name = nameOf(declaration);
    return name.isEmpty() ? Optional.empty() : useBehind(name, declaration, code);
  }

  /** The use of a local variable behind a node that says most about its fate. */
  Optional<Node> useBehind(String name, Node behind, Code code) {
    List<Node> uses = new ArrayList<>();
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Expr.Name use && use.id().equals(name) && isAfter(n, behind)) {
            Optional<Variable> variable = typer.variable(name, use, code);
            boolean target =
                code.parent(use)
                    .filter(p -> p instanceof Expr.Assign a && a.target() == use)
                    .isPresent();
            if (variable.filter(v -> v instanceof Variable.Local).isPresent() && !target) {
              uses.add(n);
            }
          }
        });
    return uses.stream()
        .filter(u -> reads(u, code))
        .findFirst()
        .or(() -> uses.stream().findFirst());
  }

  private static String nameOf(Node declaration) {
    if (declaration instanceof Stmt.Local local) {
      return local.name();
    }
    return declaration instanceof Expr.Assign assign && assign.target() instanceof Expr.Name name
        ? name.id()
        : "";
  }

  private static boolean isAfter(Node use, Node declaration) {
    int line = use.span().startLine();
    int end = declaration.span().endLine();
    return line > end || line == end && use.span().startColumn() > declaration.span().endColumn();
  }

  private static boolean reads(Node use, Code code) {
    Optional<Node> parent = code.parent(use);
    return parent
        .filter(p -> p instanceof Stmt.Return || p instanceof Expr.Lambda || p instanceof Expr.Call)
        .isPresent();
  }
}
