package dev.aiaudit.flow;

import dev.aiaudit.catalog.detach.Join;
import dev.aiaudit.flow.Verdict.End;
import dev.aiaudit.model.Handling;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.trace.Flight;
import dev.aiaudit.trace.Flight.Form;
import java.util.List;
import java.util.Optional;

/**
 * A failure that was swallowed reaches the caller as null or empty. Where the caller looks for that
 * and answers something else, this answer counts.
 */
final class EmptyChecks {
  private final FlowKnowledge knowledge;
  private final Carried carried;
  private final Values values;
  private final Blocks blocks;
  private final Aftermath aftermath;
  private final Conditions conditions;

  EmptyChecks(FlowKnowledge knowledge, ExceptionTypes exceptions, Values values) {
    this.knowledge = knowledge;
    this.carried = new Carried(knowledge.typer());
    this.values = values;
    this.blocks = new Blocks(knowledge, exceptions, values);
    this.aftermath = new Aftermath(blocks);
    this.conditions = new Conditions(knowledge, exceptions);
  }

  /**
   * The failure after the check of its empty value at the call that gives it.
   *
   * @param from the call in the caller's code
   */
  Flight refine(Code code, Node from, Flight flight, String provider) {
    if (flight.form() != Form.SETTLED || flight.handling() != Handling.SWALLOW) {
      return flight;
    }
    Optional<Node> parent = code.parent(from);
    if (parent.isEmpty()) {
      return flight;
    }
    Optional<Expr.Call> read = read(from, parent.get(), code);
    if (read.isPresent()) {
      return refine(code, read.get(), flight, provider);
    }
    if (parent.get() instanceof Expr.Call call && call.scope().filter(s -> s == from).isPresent()) {
      return optional(call, code, flight, provider);
    }
    Optional<Stmt.If> condition = conditionAround(code, from);
    if (condition.isPresent() && from instanceof Expr call) {
      return condition(condition.get(), call, code, flight, provider);
    }
    if (parent.get() instanceof Stmt.Local local) {
      return local(local, local.name(), code, flight, provider);
    }
    if (parent.get() instanceof Expr.Assign assign && assign.target() instanceof Expr.Name name) {
      Optional<Node> statement = code.parent(assign);
      return statement.map(s -> local(s, name.id(), code, flight, provider)).orElse(flight);
    }
    return flight;
  }

  /** Where a future that holds the empty value is read. */
  private Optional<Expr.Call> read(Node from, Node parent, Code code) {
    Node holder = from;
    if (parent instanceof Stmt.Local local
        && from instanceof Expr made
        && isFuture(knowledge.typer().typeOf(made, code), local, code)) {
      Optional<Node> use = carried.nextUse(local, code);
      if (use.isEmpty()) {
        return Optional.empty();
      }
      holder = use.get();
    }
    Node future = holder;
    return code.parent(future)
        .filter(p -> p instanceof Expr.Call)
        .map(p -> (Expr.Call) p)
        .filter(c -> c.scope().filter(s -> s == future).isPresent() && joins(c, code));
  }

  private boolean isFuture(JavaType made, Stmt.Local local, Code code) {
    JavaType type = made.isKnown() ? made : knowledge.typer().resolve(local.type(), code);
    return type.name().startsWith("java.util.concurrent.");
  }

  private boolean joins(Expr.Call call, Code code) {
    String type = knowledge.typer().callee(call, code).receiver().name();
    return knowledge
        .detach()
        .joins(type, call.name())
        .filter(j -> j.kind() == Join.Kind.BLOCKS)
        .isPresent();
  }

  /** The if statement whose condition is, but for operators, the call itself. */
  private static Optional<Stmt.If> conditionAround(Code code, Node from) {
    Node at = from;
    Optional<Node> parent = code.parent(at);
    while (parent.isPresent()
        && (parent.get() instanceof Expr.Unary
            || parent.get() instanceof Expr.Binary
            || parent.get() instanceof Expr.Call call && call.args().contains(at))) {
      at = parent.get();
      parent = code.parent(at);
    }
    Node top = at;
    return parent
        .filter(p -> p instanceof Stmt.If branch && branch.condition() == top)
        .map(p -> (Stmt.If) p);
  }

  private Flight condition(Stmt.If branch, Expr call, Code code, Flight flight, String provider) {
    Situation at = Situation.in(code, provider, List.of()).withFalsy(call);
    if (conditions.holds(branch.condition(), at) == Conditions.Holds.MAYBE) {
      return flight;
    }
    List<Verdict> ends = new java.util.ArrayList<>();
    for (Verdict v : blocks.statement(branch, at)) {
      if (v.end() == End.ANSWER || v.end() == End.THROW) {
        ends.add(v);
      } else {
        return flight;
      }
    }
    return decided(ends, at, flight);
  }

  private Flight optional(Expr.Call call, Code code, Flight flight, String provider) {
    Situation at = Situation.in(code, provider, List.of());
    Optional<Expr.Call> link = Optional.of(call);
    while (link.isPresent()) {
      Expr.Call c = link.get();
      if (c.name().equals("orElse") && c.args().size() == 1) {
        return flight.settle(
            values.of(c.args().get(0), at), Optional.of(code.location(c.nameSpan())));
      }
      if ((c.name().equals("orElseGet") || c.name().equals("or")) && c.args().size() == 1) {
        return supplied(c, code, at, flight);
      }
      if (c.name().equals("orElseThrow")) {
        return flight.rethrow(List.of(), code.location(c.nameSpan()));
      }
      link =
          code.parent(c)
              .filter(
                  p ->
                      p instanceof Expr.Call outer && outer.scope().filter(o -> o == c).isPresent())
              .map(p -> (Expr.Call) p);
    }
    return flight;
  }

  private Flight supplied(Expr.Call call, Code code, Situation at, Flight flight) {
    if (call.args().get(0) instanceof Expr.Lambda lambda) {
      Optional<Handling> answer = blocks.worst(blocks.body(lambda.body(), at), at);
      return answer
          .map(h -> flight.settle(h, Optional.of(code.location(call.nameSpan()))))
          .orElse(flight);
    }
    return flight;
  }

  private Flight local(Node statement, String name, Code code, Flight flight, String provider) {
    if (!isChecked(name, code)) {
      return flight;
    }
    Situation at = Situation.in(code, provider, List.of());
    at.assign(name, Handling.SWALLOW);
    List<Verdict> ends = aftermath.behind(statement, false, at.sharedWithSuccess(true));
    boolean answers = ends.stream().allMatch(v -> v.end() == End.ANSWER || v.end() == End.THROW);
    if (!answers || ends.isEmpty()) {
      return flight;
    }
    return decided(ends, at, flight);
  }

  private Flight decided(List<Verdict> ends, Situation at, Flight flight) {
    Optional<Handling> worst = blocks.worst(ends, at);
    Optional<Verdict> thrown = ends.stream().filter(v -> v.end() == End.THROW).findFirst();
    if (thrown.isPresent()) {
      // No longer the provider's exception: the caller makes an error of its own of the failure.
      return flight
          .as(Form.THROWN)
          .withTypes(thrown.get().types())
          .handled(Handling.ERROR_RESPONSE, thrown.get().at());
    }
    Optional<Verdict> decisive =
        ends.stream().filter(v -> Optional.of(v.handling()).equals(worst)).findFirst();
    return flight.settle(
        worst.orElse(Handling.SWALLOW), decisive.flatMap(Verdict::at).or(flight::at));
  }

  /** Only a variable that some condition looks at tells more than that it is empty. */
  private boolean isChecked(String name, Code code) {
    boolean[] found = new boolean[1];
    Situation empty = Situation.in(code, "", List.of());
    empty.assign(name, Handling.SWALLOW);
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Stmt.If branch
              && Conditions.mentions(branch.condition(), name)
              && conditions.holds(branch.condition(), empty) != Conditions.Holds.MAYBE) {
            found[0] = true;
          }
        });
    return found[0];
  }
}
