package dev.aiaudit.flow;

import dev.aiaudit.flow.Conditions.Holds;
import dev.aiaudit.flow.Verdict.End;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Case;
import dev.aiaudit.syntax.Catch;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads statements that run after a failure and tells how they can end. Branches that cannot be
 * taken in an outage are left out; of the others all are kept, since the worst counts.
 */
final class Blocks {
  private final FlowKnowledge knowledge;
  private final ExceptionTypes exceptions;
  private final Values values;
  private final Conditions conditions;
  private final ErrorSinks sinks;
  private final Changes changes;

  Blocks(FlowKnowledge knowledge, ExceptionTypes exceptions, Values values) {
    this.knowledge = knowledge;
    this.exceptions = exceptions;
    this.values = values;
    this.conditions = new Conditions(knowledge, exceptions);
    this.sinks = new ErrorSinks(knowledge, values);
    this.changes = new Changes(values);
  }

  /** What a method or lambda body answers on its worst way; empty when that cannot be told. */
  Optional<Handling> answer(Code code, Situation at) {
    return worst(body(code.root(), at), at);
  }

  /** The ways in which a body can end. */
  List<Verdict> body(Node body, Situation at) {
    if (body instanceof Expr value) {
      return List.of(answer(value, at));
    }
    return statement((Stmt) body, at);
  }

  /**
   * The worst answer among verdicts: an exception, then by handling; falling out of a body gives
   * nothing.
   */
  Optional<Handling> worst(List<Verdict> verdicts, Situation at) {
    return verdicts.stream()
        .map(
            v ->
                switch (v.end()) {
                  case THROW -> Handling.RETHROW;
                  case ANSWER -> v.handling();
                  default -> at.errorSent() ? Handling.ERROR_RESPONSE : Handling.SWALLOW;
                })
        .reduce(Handling::worse);
  }

  /** The ways in which a list of statements can end. */
  List<Verdict> list(List<Stmt> statements, Situation at) {
    List<Verdict> out = new ArrayList<>();
    for (Stmt s : statements) {
      List<Verdict> one = statement(s, at);
      one.stream().filter(v -> v.end() != End.FALL_THROUGH).forEach(out::add);
      if (one.stream().noneMatch(v -> v.end() == End.FALL_THROUGH)) {
        return out;
      }
    }
    out.add(Verdict.of(End.FALL_THROUGH));
    return out;
  }

  List<Verdict> statement(Stmt s, Situation at) {
    if (s instanceof Stmt.Block block) {
      return list(block.statements(), at);
    }
    if (s instanceof Stmt.Return r) {
      return List.of(r.value().map(v -> answer(v, at)).orElseGet(() -> nothing(r, at)));
    }
    if (s instanceof Stmt.Throw t) {
      return List.of(Verdict.thrown(thrown(t.value(), at), at.code().location(t)));
    }
    if (s instanceof Stmt.If branch) {
      return branch(branch, at);
    }
    if (s instanceof Stmt.Try attempt) {
      return attempt(attempt, at);
    }
    if (s instanceof Stmt.Local local) {
      local.init().ifPresent(i -> at.assign(local.name(), values.of(i, at)));
      return fallThrough();
    }
    if (s instanceof Stmt.Expression e) {
      return expression(e.expr(), at);
    }
    return compound(s, at);
  }

  private List<Verdict> compound(Stmt s, Situation at) {
    if (s instanceof Stmt.Jump jump) {
      return List.of(Verdict.of(jump.isContinue() ? End.NEXT_ROUND : End.BREAK));
    }
    if (s instanceof Stmt.ForEach loop) {
      return loop(loop.body(), at);
    }
    if (s instanceof Stmt.Loop loop) {
      return loop(loop.body(), at);
    }
    if (s instanceof Stmt.Synchronized locked) {
      return statement(locked.body(), at);
    }
    if (s instanceof Stmt.Labeled labeled) {
      return statement(labeled.body(), at);
    }
    if (s instanceof Stmt.Switch choice) {
      return choice(choice.cases(), at);
    }
    if (s instanceof Stmt.Yield yield) {
      return List.of(answer(yield.value(), at));
    }
    return fallThrough();
  }

  private static List<Verdict> fallThrough() {
    return List.of(Verdict.of(End.FALL_THROUGH));
  }

  private Verdict nothing(Stmt.Return r, Situation at) {
    return Verdict.answer(
        at.errorSent() ? Handling.ERROR_RESPONSE : Handling.SWALLOW, at.code().location(r));
  }

  /** An expression as an answer; a failed reactive value or future is an exception. */
  Verdict answer(Expr value, Situation at) {
    if (value instanceof Expr.Call call && values.calls().throwing(call)) {
      List<String> types = call.args().isEmpty() ? List.of() : thrown(call.args().get(0), at);
      return Verdict.thrown(types, at.code().location(value));
    }
    if (value instanceof Expr.Conditional c) {
      Conditions.Holds holds = conditions.holds(c.condition(), at);
      if (holds != Conditions.Holds.MAYBE) {
        return answer(holds == Conditions.Holds.YES ? c.whenTrue() : c.whenFalse(), at);
      }
    }
    Handling handling = sinks.isClient(value, at) ? Handling.SWALLOW : values.of(value, at);
    if (handling == Handling.RETHROW || handling == Handling.NONE) {
      return Verdict.thrown(List.of(), at.code().location(value));
    }
    boolean silent = handling == Handling.SWALLOW && at.errorSent();
    Location place = at.code().location(value);
    return Verdict.answer(silent ? Handling.ERROR_RESPONSE : handling, place, value);
  }

  private List<String> thrown(Expr value, Situation at) {
    if (value instanceof Expr.Name name && at.caught().filter(name.id()::equals).isPresent()) {
      return at.types();
    }
    if (value instanceof Expr.Lambda lambda && lambda.body() instanceof Expr inner) {
      return thrown(inner, at);
    }
    JavaType type = knowledge.typer().typeOf(value, at.code());
    return type.isKnown() ? List.of(type.name()) : List.of();
  }

  private List<Verdict> branch(Stmt.If branch, Situation at) {
    Holds holds = conditions.holds(branch.condition(), at);
    boolean shared = at.shared();
    if (holds == Holds.YES) {
      List<Verdict> out = statement(branch.then(), at.sharedWithSuccess(false));
      at.sharedWithSuccess(shared);
      boolean known = at.knowsPartOf(branch.condition());
      return known ? out.stream().map(Verdict::becauseOfFailure).toList() : out;
    }
    if (holds == Holds.NO) {
      return branch.otherwise().map(o -> statement(o, at)).orElseGet(Blocks::fallThrough);
    }
    Situation yes = at.branch().sharedWithSuccess(false);
    Situation no = at.branch();
    List<Verdict> out = new ArrayList<>(statement(branch.then(), yes));
    out.addAll(branch.otherwise().map(o -> statement(o, no)).orElseGet(Blocks::fallThrough));
    at.merge(yes);
    at.merge(no);
    return distinct(out);
  }

  private static List<Verdict> distinct(List<Verdict> verdicts) {
    List<Verdict> out = new ArrayList<>(verdicts);
    boolean falls = out.removeIf(v -> v.end() == End.FALL_THROUGH);
    if (falls) {
      out.add(Verdict.of(End.FALL_THROUGH));
    }
    return out;
  }

  /** A try inside a handler: its own failure is a second one, which its own clauses may catch. */
  private List<Verdict> attempt(Stmt.Try attempt, Situation at) {
    List<Verdict> out = new ArrayList<>();
    for (Verdict v : statement(attempt.body(), at)) {
      Optional<Catch> clause =
          v.end() == End.THROW ? catching(attempt, v.types(), at) : Optional.empty();
      if (clause.isPresent()) {
        Situation inside = at.branch();
        out.addAll(statement(clause.get().body(), inside.caughtAs(clause.get().name())));
        at.merge(inside);
      } else {
        out.add(v);
      }
    }
    if (attempt.finallyBlock().isPresent()) {
      List<Verdict> last = statement(attempt.finallyBlock().get(), at);
      if (last.stream().noneMatch(v -> v.end() == End.FALL_THROUGH)) {
        return last;
      }
    }
    return distinct(out);
  }

  /** The clause that catches an exception on every way. */
  private Optional<Catch> catching(Stmt.Try attempt, List<String> thrown, Situation at) {
    return attempt.catches().stream()
        .filter(
            c ->
                c.types().stream()
                    .map(t -> knowledge.typer().resolve(t, at.code()))
                    .anyMatch(
                        t ->
                            thrown.isEmpty()
                                ? exceptions.matchUnknown(t) == ExceptionTypes.Match.ALL
                                : thrown.stream()
                                    .allMatch(
                                        e -> exceptions.match(t, e) == ExceptionTypes.Match.ALL)))
        .findFirst();
  }

  private List<Verdict> loop(Stmt body, Situation at) {
    List<Verdict> out = new ArrayList<>();
    for (Verdict v : statement(body, at)) {
      if (v.end() == End.ANSWER || v.end() == End.THROW) {
        out.add(v);
      }
    }
    // A loop may run no round at all, but code that loops to answer does answer.
    boolean answers = out.stream().anyMatch(v -> v.end() == End.ANSWER);
    if (!answers) {
      out.add(Verdict.of(End.FALL_THROUGH));
    }
    return out;
  }

  private List<Verdict> choice(List<Case> cases, Situation at) {
    List<Verdict> out = new ArrayList<>();
    for (Case c : cases) {
      Situation branch = at.branch();
      out.addAll(list(c.body(), branch));
      at.merge(branch);
    }
    if (cases.stream().noneMatch(Case::isDefault)) {
      out.add(Verdict.of(End.FALL_THROUGH));
    }
    boolean falls = out.removeIf(v -> v.end() == End.BREAK);
    if (falls) {
      out.add(Verdict.of(End.FALL_THROUGH));
    }
    return distinct(out);
  }

  private List<Verdict> expression(Expr e, Situation at) {
    if (e instanceof Expr.Assign assign) {
      assign(assign, at);
      return fallThrough();
    }
    if (e instanceof Expr.Call call) {
      Nodes.walk(
          call,
          n -> {
            if (n instanceof Expr.Call inner && sinks.sendsError(inner, at)) {
              at.sendError();
              if (sinks.isWebAsync(inner, at)) {
                at.tellClient();
              }
            }
          });
      return called(call, at);
    }
    return fallThrough();
  }

  private void assign(Expr.Assign assign, Situation at) {
    if (assign.target() instanceof Expr.Name name) {
      at.assign(name.id(), values.of(assign.value(), at));
    } else if (assign.target() instanceof Expr.FieldAccess access
        && access.scope() instanceof Expr.Name owner) {
      at.assign(owner.id(), values.ofParts(List.of(assign.value()), at));
    }
  }

  /** A call of a method of the tree that never returns normally ends the code around it. */
  private List<Verdict> called(Expr.Call call, Situation at) {
    changes.read(call, at);
    if (call.args().size() > 1 && call.args().stream().anyMatch(Blocks::isServerError)) {
      // Whatever the method is called, it is told to answer with a 5xx status.
      at.sendError();
    }
    if (at.depth() >= 3) {
      return fallThrough();
    }
    Callee callee = knowledge.typer().callee(call, at.code());
    if (callee.methods().size() != 1 || callee.methods().get(0).code().isEmpty()) {
      return fallThrough();
    }
    DeclaredMethod method = callee.methods().get(0);
    Situation inside = at.inside(method.code().get(), shownParameter(method, call, at));
    List<Verdict> ends = body(method.code().get().root(), inside);
    if (inside.clientTold()) {
      at.tellClient();
    }
    if (inside.errorSent() && ends.stream().anyMatch(v -> v.end() != End.THROW)) {
      at.sendError();
    }
    boolean alwaysThrows = !ends.isEmpty() && ends.stream().allMatch(v -> v.end() == End.THROW);
    return alwaysThrows ? ends : fallThrough();
  }

  private static boolean isServerError(Expr arg) {
    return arg instanceof Expr.Literal number
        && number.is(Expr.Literal.Kind.NUMBER)
        && number.value().matches("5\\d\\d");
  }

  private static Optional<String> shownParameter(
      DeclaredMethod method, Expr.Call call, Situation at) {
    for (int i = 0; i < Math.min(call.args().size(), method.decl().params().size()); i++) {
      if (at.caught().isPresent() && Conditions.mentions(call.args().get(i), at.caught().get())) {
        return Optional.of(method.decl().params().get(i).name());
      }
    }
    return Optional.empty();
  }

  static boolean isLogger(String name) {
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    return lower.equals("log") || lower.equals("logger") || lower.endsWith("logger");
  }

  /** Whether code behind a body runs also when nothing fails in it. */
  boolean fallsThrough(Stmt.Block body, Situation at) {
    return list(body.statements(), at.branch()).stream()
        .anyMatch(v -> v.end() != End.ANSWER && v.end() != End.THROW);
  }

  /** Whether some part of the statements makes a request. */
  boolean requests(Node root) {
    boolean[] found = new boolean[1];
    Nodes.walk(root, n -> found[0] |= knowledge.requests().at(n).isPresent());
    return found[0];
  }
}
