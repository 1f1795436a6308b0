package dev.aiaudit.flow;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows a future or pipeline that is kept in a local variable to where it is used. */
final class Carried {
  private static final List<String> CARRIERS =
      List.of(
          "reactor.core.publisher.",
          "io.reactivex.",
          "io.smallrye.mutiny.",
          "rx.",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage",
          "com.google.common.util.concurrent.");

  /** Methods of futures and pipelines that run, end or read them. */
  private static final Set<String> TERMINAL =
      Set.of(
          "subscribe",
          "block",
          "get",
          "getNow",
          "join",
          "cancel",
          "complete",
          "completeExceptionally",
          "addCallback",
          "addListener",
          "getDone",
          "getUnchecked",
          "with");

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
    List<Node> uses = uses(name, behind, code);
    List<Node> kept = uses.stream().filter(u -> !dropped(u, code)).toList();
    return kept.stream()
        .filter(u -> reads(u, code))
        .findFirst()
        .or(() -> kept.stream().findFirst())
        .or(() -> uses.stream().findFirst());
  }

  /** All uses of the variable of a declaration or assignment behind it. */
  List<Node> uses(Node declaration, Code code) {
    String name = nameOf(declaration);
    return name.isEmpty() ? List.of() : uses(name, declaration, code);
  }

  /** Whether a use is the beginning of a chain of operators that is a statement of its own. */
  boolean dropped(Node use, Code code) {
    Node at = use;
    Optional<Node> parent = code.parent(at);
    while (parent.isPresent() && parent.get() instanceof Expr.Call call && isFirst(call, at)) {
      at = call;
      parent = code.parent(at);
    }
    return at instanceof Expr.Call call
        && parent.filter(p -> p instanceof Stmt.Expression).isPresent()
        && givesBackCarrier(call, code);
  }

  private static boolean isFirst(Expr.Call call, Node at) {
    return call.scope().filter(s -> s == at).isPresent()
        || !call.args().isEmpty() && call.args().get(0) == at;
  }

  /** Whether a call runs, ends or reads a future or pipeline. */
  static boolean ends(Expr.Call call) {
    return TERMINAL.contains(call.name());
  }

  /** Whether a call gives back a future or pipeline, by its type or else by what it is made on. */
  private boolean givesBackCarrier(Expr.Call call, Code code) {
    JavaType type = typer.typeOf(call, code);
    JavaType maker = type.isKnown() ? type : typer.callee(call, code).receiver();
    return !ends(call) && CARRIERS.stream().anyMatch(maker.name()::startsWith);
  }

  private List<Node> uses(String name, Node behind, Code code) {
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
    return uses;
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
