package dev.aiaudit.flow.wait;

import dev.aiaudit.detect.provider.ClientOptions;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Catch;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognizes loops that repeat a call until it succeeds. */
public final class RetryLoops {
  private final ClientOptions amounts;

  /**
   * Loops of a tree.
   *
   * @param amounts computes numbers and periods
   */
  public RetryLoops(ClientOptions amounts) {
    this.amounts = amounts;
  }

  /**
   * The retry that a loop is.
   *
   * @param loop around the call
   * @param call where the failure comes from, inside the loop
   * @return empty when the loop does something else, such as one request for each of many things or
   *     clients
   */
  public Optional<Guard> of(Stmt.Loop loop, Node call, Code code) {
    Optional<Stmt.Try> attempt = attempt(loop, call);
    if (attempt.isEmpty() || !goesOn(attempt.get()) || !endsOnSuccess(loop, attempt.get())) {
      return Optional.empty();
    }
    LoopRounds rounds = new LoopRounds(loop, code, amounts);
    if (rounds.changed().stream().anyMatch(v -> chooses(attempt.get().body(), v))) {
      return Optional.empty();
    }
    Guard guard = Guard.effective(GuardKind.RETRY, "loop", code.location(head(loop)));
    return Optional.of(
        rounds
            .count()
            .map(n -> guard.withValue(GuardText.attempts(n, rounds.pauses(n))))
            .orElse(guard));
  }

  private static Node head(Stmt.Loop loop) {
    return loop.condition().<Node>map(c -> c).orElse(loop);
  }

  /**
   * The try statement of the loop that has the call in its body; code in lambdas runs elsewhere.
   */
  public static Optional<Stmt.Try> attempt(Stmt.Loop loop, Node call) {
    List<Node> path = Nodes.pathTo(loop.body(), call);
    for (int i = 0; i + 1 < path.size(); i++) {
      if (path.get(i) instanceof Stmt.Loop || path.get(i) instanceof Stmt.ForEach) {
        return Optional.empty();
      }
      if (path.get(i) instanceof Stmt.Try t
          && (path.get(i + 1) == t.body() || t.resources().contains(path.get(i + 1)))) {
        return Optional.of(t);
      }
    }
    return Optional.empty();
  }

  /** Whether a catch block can be followed by another round. */
  private static boolean goesOn(Stmt.Try attempt) {
    return attempt.catches().stream().anyMatch(RetryLoops::goesOn);
  }

  private static boolean goesOn(Catch clause) {
    List<Stmt> body = clause.body().statements();
    if (body.isEmpty()) {
      return true;
    }
    Stmt last = body.get(body.size() - 1);
    boolean leaves =
        last instanceof Stmt.Return
            || last instanceof Stmt.Throw
            || last instanceof Stmt.Jump jump && !jump.isContinue();
    return !leaves
        || inLoop(clause.body()).stream().anyMatch(n -> n instanceof Stmt.Jump j && j.isContinue());
  }

  private static boolean endsOnSuccess(Stmt.Loop loop, Stmt.Try attempt) {
    if (inLoop(attempt.body()).stream().anyMatch(RetryLoops::leaves)) {
      return true;
    }
    List<String> assigned = new ArrayList<>();
    inLoop(attempt.body()).stream()
        .filter(n -> n instanceof Expr.Assign)
        .map(n -> name(((Expr.Assign) n).target()))
        .forEach(assigned::add);
    return loop.condition().filter(c -> mentions(c, assigned)).isPresent();
  }

  private static boolean leaves(Node n) {
    return n instanceof Stmt.Return || n instanceof Stmt.Jump jump && !jump.isContinue();
  }

  private static boolean mentions(Expr condition, List<String> names) {
    List<Node> all = new ArrayList<>();
    Nodes.walk(condition, all::add);
    return all.stream().anyMatch(n -> n instanceof Expr.Name name && names.contains(name.id()));
  }

  /** Whether the counter picks the thing that is called or worked on: {@code clients.get(i)}. */
  private static boolean chooses(Node body, String counter) {
    List<Node> all = new ArrayList<>();
    Nodes.walk(body, all::add);
    return all.stream().anyMatch(n -> picks(n, counter));
  }

  private static boolean picks(Node n, String counter) {
    if (n instanceof Expr.Index index) {
      return mentions(index.index(), List.of(counter));
    }
    return n instanceof Expr.Call c
        && c.name().startsWith("get")
        && c.args().size() == 1
        && mentions(c.args().get(0), List.of(counter));
  }

  static String name(Expr e) {
    if (e instanceof Expr.Name name) {
      return name.id();
    }
    return e instanceof Expr.FieldAccess access ? access.name() : "";
  }

  /** The nodes of a block that belong to the same round: not those of lambdas and inner loops. */
  static List<Node> inLoop(Node root) {
    List<Node> out = new ArrayList<>();
    List<Node> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      Node node = open.remove(open.size() - 1);
      out.add(node);
      boolean apart =
          node instanceof Expr.Lambda || node instanceof Stmt.Loop || node instanceof Stmt.ForEach;
      if (!apart || node == root) {
        open.addAll(node.children());
      }
    }
    return out;
  }
}
