package dev.aiaudit.flow;

import dev.aiaudit.catalog.guard.Effect;
import dev.aiaudit.catalog.guard.GuardCall;
import dev.aiaudit.catalog.guard.GuardPlaces;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Guards that give back a new object, where the code goes on with the old one: operators of futures
 * and pipelines as statements, decorated functions that nobody calls.
 */
final class DroppedResults {
  private static final String NEW_OBJECT =
      "it gives back a new object, which is dropped; the one that is used does not have it";
  private static final String NOT_CALLED =
      "it gives back a guarded function that nobody calls; the call does not pass it";
  private static final String NOT_SUBSCRIBED =
      "nobody subscribes to the pipeline, so that neither the request nor this runs";

  /** Operators that change the future itself. */
  private static final Set<String> IN_PLACE = Set.of("orTimeout", "completeOnTimeout");

  private static final List<String> PIPELINES =
      List.of(
          "reactor.core.publisher.",
          "io.reactivex.",
          "io.smallrye.mutiny.Uni",
          "io.smallrye.mutiny.Multi",
          "rx.");

  private final FlowKnowledge knowledge;
  private final Carried carried;

  DroppedResults(FlowKnowledge knowledge, Carried carried) {
    this.knowledge = knowledge;
    this.carried = carried;
  }

  /** Whether nothing is done with the value of a call. */
  boolean unused(Expr made, Code code) {
    Optional<Node> parent = code.parent(made);
    if (parent.isEmpty() || parent.get() instanceof Stmt.Expression) {
      return parent.isPresent();
    }
    boolean local =
        parent.get() instanceof Stmt.Local
            || parent.get() instanceof Expr.Assign assign
                && assign.target() instanceof Expr.Name name
                && knowledge
                    .typer()
                    .variable(name.id(), name, code)
                    .filter(v -> v instanceof Variable.Local)
                    .isPresent();
    return local && carried.nextUse(parent.get(), code).isEmpty();
  }

  /** Whether a statement is a pipeline that nobody subscribes to. */
  boolean unsubscribed(Node statement, Node value, Code code) {
    boolean kept =
        statement instanceof Stmt.Local
            ? carried.nextUse(statement, code).isPresent()
            : !(statement instanceof Stmt.Expression);
    return !kept && value instanceof Expr.Call made && isPipeline(made, code);
  }

  private boolean isPipeline(Expr.Call made, Code code) {
    String on = knowledge.typer().callee(made, code).receiver().name();
    if (Carried.ends(made)
        || knowledge.detach().joins(on, made.name()).isPresent()
        || knowledge
            .detach()
            .detach(on, made.name())
            .filter(d -> d.effect() == dev.aiaudit.catalog.detach.Effect.REACTIVE_SUBSCRIBE)
            .isPresent()) {
      return false;
    }
    String type = knowledge.typer().typeOf(made, code).name();
    return PIPELINES.stream().anyMatch(type::startsWith);
  }

  /** Whether a chain of guards ends in a function that nobody calls. */
  boolean neverCalled(Expr.Call made, Code code) {
    return made.name().equals("decorate")
        && made.args().isEmpty()
        && knowledge
            .guards()
            .call(knowledge.typer().callee(made, code).receiver().name(), made.name(), 0)
            .isPresent()
        && unused(made, code);
  }

  /** The guards of an expression that never runs. */
  void notSubscribed(List<Guard> guards, Node expression, Code code) {
    defeat(guards, code.location(expression), NOT_SUBSCRIBED);
  }

  /** The guards in an expression that makes a function which nobody calls. */
  void notCalled(List<Guard> guards, Node expression, Code code) {
    defeat(guards, code.location(expression), NOT_CALLED);
  }

  private static void defeat(List<Guard> guards, Location around, String reason) {
    guards.replaceAll(
        g ->
            g.effective() && inside(g.location(), around)
                ? Guard.ineffective(g.kind(), g.by(), g.location(), reason)
                : g);
  }

  private static boolean inside(Location at, Location around) {
    boolean after =
        at.startLine() > around.startLine()
            || at.startLine() == around.startLine() && at.startColumn() >= around.startColumn();
    boolean before =
        at.startLine() < around.endLine()
            || at.startLine() == around.endLine() && at.startColumn() <= around.endColumn();
    return at.file().equals(around.file()) && after && before;
  }

  /** Operators on a variable whose result is dropped, while the variable is used elsewhere. */
  List<Guard> overlooked(Node declaration, Node used, Code code) {
    List<Guard> out = new ArrayList<>();
    for (Node use : carried.uses(declaration, code)) {
      if (use != used && carried.dropped(use, code)) {
        operators(use, code).forEach(c -> guard(c, code).ifPresent(out::add));
      }
    }
    return out;
  }

  /** Calls on a variable that change the future that it holds. */
  List<Expr.Call> inPlace(Node declaration, Node used, Code code) {
    List<Expr.Call> out = new ArrayList<>();
    for (Node use : carried.uses(declaration, code)) {
      boolean direct = use != used && carried.dropped(use, code);
      code.parent(use)
          .filter(p -> direct && p instanceof Expr.Call call && IN_PLACE.contains(call.name()))
          .ifPresent(p -> out.add((Expr.Call) p));
    }
    return out;
  }

  private static List<Expr.Call> operators(Node use, Code code) {
    List<Expr.Call> out = new ArrayList<>();
    Node at = use;
    boolean fresh = false;
    for (Optional<Node> p = code.parent(at); p.isPresent(); p = code.parent(at)) {
      if (!(p.get() instanceof Expr.Call call)) {
        break;
      }
      fresh |= !IN_PLACE.contains(call.name());
      if (fresh) {
        out.add(call);
      }
      at = call;
    }
    return out;
  }

  private Optional<Guard> guard(Expr.Call call, Code code) {
    JavaType type = knowledge.typer().callee(call, code).receiver();
    return knowledge
        .guards()
        .call(type.name(), call.name(), call.args().size())
        .flatMap(g -> kind(g).map(k -> ineffective(k, g, call, code, NEW_OBJECT)));
  }

  private static Guard ineffective(
      GuardKind kind, GuardCall guard, Expr.Call call, Code code, String reason) {
    return Guard.ineffective(
        kind, CarrierFlow.GuardKinds.library(guard), code.location(call.nameSpan()), reason);
  }

  private static Optional<GuardKind> kind(GuardCall guard) {
    return switch (guard.effect()) {
      case RECOVER_VALUE, RECOVER_WITH, RECOVER_EMPTY, RECOVER_BOTH ->
          Optional.of(GuardKind.FALLBACK);
      case RETRY -> Optional.of(GuardKind.RETRY);
      case TIMEOUT, TIMEOUT_WITH_FALLBACK -> Optional.of(GuardKind.TIMEOUT);
      default -> Optional.empty();
    };
  }

  /** Decorations of a function that is called as it is. */
  List<Guard> undecorated(Expr.Call call, Code code) {
    if (!(call.scope().orElse(null) instanceof Expr.Name function)) {
      return List.of();
    }
    Optional<Variable> variable = knowledge.typer().variable(function.id(), function, code);
    List<Guard> out = new ArrayList<>();
    if (variable.isPresent() && variable.get() instanceof Variable.Local local) {
      for (Node use : carried.uses(local.decl(), code)) {
        Optional<Node> parent = code.parent(use);
        if (parent.isPresent() && parent.get() instanceof Expr.Call decorating) {
          decoration(decorating, use, code).ifPresent(out::add);
        }
      }
    }
    return out;
  }

  private Optional<Guard> decoration(Expr.Call call, Node function, Code code) {
    String type = knowledge.typer().callee(call, code).receiver().name();
    Optional<GuardCall> guard = knowledge.guards().call(type, call.name(), call.args().size());
    boolean guarded =
        guard
            .map(g -> GuardPlaces.at(g.places().guarded(), call.args().size()))
            .filter(p -> p.isPresent() && call.args().get(p.getAsInt()) == function)
            .isPresent();
    return guarded && decorates(call) && unused(call, code)
        ? guard.map(
            g ->
                ineffective(
                    g.effect() == Effect.RUN
                        ? GuardKind.FALLBACK
                        : CarrierFlow.GuardKinds.of(g, code.location(call), call).stream()
                            .findFirst()
                            .map(Guard::kind)
                            .orElse(GuardKind.FALLBACK),
                    g,
                    call,
                    code,
                    NOT_CALLED))
        : Optional.empty();
  }

  /** Whether a call gives back a guarded function instead of running it. */
  static boolean decorates(Expr.Call call) {
    return call.name().startsWith("decorate")
        || call.name().startsWith("adapt")
        || call.name().startsWith("lift");
  }
}
