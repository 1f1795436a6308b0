package dev.aiaudit.flow;

import dev.aiaudit.catalog.guard.Effect;
import dev.aiaudit.catalog.guard.GuardCall;
import dev.aiaudit.catalog.guard.GuardPlaces;
import dev.aiaudit.flow.wait.Backoffs;
import dev.aiaudit.flow.wait.GuardText;
import dev.aiaudit.flow.wait.OperatorValues;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds where the policy objects of guarding libraries are made, and what they say. */
final class Policies {
  private final FlowKnowledge knowledge;
  private final OperatorValues settings;
  private final InstanceSettings instances;

  Policies(FlowKnowledge knowledge) {
    this.knowledge = knowledge;
    this.settings = new OperatorValues(knowledge.typer(), knowledge.guards(), knowledge.amounts());
    this.instances = new InstanceSettings(knowledge.config());
  }

  /**
   * One policy.
   *
   * @param guard what it does
   * @param call the factory call with its handler
   * @param whole the expression that makes it, builder calls included
   * @param code the code around it
   * @param filters the exceptions that it is limited to; empty for all
   */
  record Policy(GuardCall guard, Expr.Call call, Expr whole, Code code, List<JavaType> filters) {
    /** Copies the list. */
    Policy {
      filters = List.copyOf(filters);
    }
  }

  private record Made(Expr expr, Code code) {}

  /** The policies under which a call runs its code, the outermost first. */
  List<Policy> of(Expr.Call run, Code code) {
    List<Policy> out = new ArrayList<>();
    run.scope().ifPresent(scope -> collect(new Made(scope, code), out));
    return out;
  }

  private void collect(Made at, List<Policy> out) {
    Made made = definition(at);
    policy(made).ifPresent(out::add);
    for (Expr e = made.expr(); e instanceof Expr.Call link; e = link.scope().orElse(link)) {
      if (starts(link, made.code())) {
        List<Policy> more = new ArrayList<>();
        link.args().forEach(a -> policy(definition(new Made(a, made.code()))).ifPresent(more::add));
        out.addAll(0, more);
      }
      if (link.scope().isEmpty()) {
        return;
      }
    }
  }

  private boolean starts(Expr.Call link, Code code) {
    return guard(link, code).filter(g -> g.effect() == Effect.START).isPresent();
  }

  private Optional<Policy> policy(Made made) {
    for (Expr e = made.expr(); e instanceof Expr.Call link; e = link.scope().orElse(link)) {
      Optional<GuardCall> found =
          guard(link, made.code()).filter(g -> g.body() == GuardCall.Body.POLICY_OBJECT);
      if (found.isPresent()) {
        return Optional.of(
            new Policy(found.get(), link, made.expr(), made.code(), filters(made, found.get())));
      }
      if (link.scope().isEmpty()) {
        break;
      }
    }
    return Optional.empty();
  }

  private Optional<GuardCall> guard(Expr.Call call, Code code) {
    String type = knowledge.typer().callee(call, code).receiver().name();
    return knowledge.guards().call(type, call.name(), call.args().size());
  }

  private List<JavaType> filters(Made made, GuardCall of) {
    List<JavaType> out = new ArrayList<>();
    for (Expr e = made.expr(); e instanceof Expr.Call link; e = link.scope().orElse(link)) {
      boolean filter =
          policyCalls(link.name(), of).stream().anyMatch(g -> g.places().filter().isPresent());
      if (filter && !link.name().startsWith("abort")) {
        link.args().stream()
            .filter(a -> a instanceof Expr.ClassLiteral)
            .map(a -> knowledge.typer().resolve(((Expr.ClassLiteral) a).type(), made.code()))
            .forEach(out::add);
      }
      if (link.scope().isEmpty()) {
        break;
      }
    }
    return out;
  }

  /** Calls that set up a policy of the same library, by name: builders hide their types. */
  private List<GuardCall> policyCalls(String method, GuardCall of) {
    String library = CarrierFlow.GuardKinds.library(of);
    return knowledge.guards().calls().stream()
        .filter(g -> g.effect() == Effect.POLICY && g.methods().contains(method))
        .filter(g -> CarrierFlow.GuardKinds.library(g).equals(library))
        .toList();
  }

  /** What a variable was given, followed a few steps; else the expression itself. */
  private Made definition(Made at) {
    Made made = at;
    for (int i = 0; i < 4; i++) {
      Optional<Made> next = given(made);
      if (next.isEmpty()) {
        return made;
      }
      made = next.get();
    }
    return made;
  }

  private Optional<Made> given(Made at) {
    Optional<Variable> variable = knowledge.typer().variable(at.expr(), at.code());
    if (variable.isPresent() && variable.get() instanceof Variable.Local local) {
      return local.decl().init().map(i -> new Made(i, local.code()));
    }
    if (variable.isPresent() && variable.get() instanceof Variable.Field field) {
      return field
          .code()
          .flatMap(c -> field.decl().init().map(i -> new Made(i, c)))
          .or(() -> assigned(field));
    }
    return Optional.empty();
  }

  private static Optional<Made> assigned(Variable.Field field) {
    List<Made> found = new ArrayList<>();
    for (Code code : field.owner().codes()) {
      if (code.method().isPresent() && code.method().get().decl().isConstructor()) {
        Nodes.walk(
            code.root(),
            n -> {
              if (n instanceof Expr.Assign assign && names(assign.target(), field.name())) {
                found.add(new Made(assign.value(), code));
              }
            });
      }
    }
    return found.stream().findFirst();
  }

  private static boolean names(Expr target, String field) {
    return target instanceof Expr.Name n && n.id().equals(field)
        || target instanceof Expr.FieldAccess a
            && a.scope() instanceof Expr.This
            && a.name().equals(field);
  }

  /** The guard of a call with the setting of the object that it is called on or given. */
  Guard valued(Guard guard, GuardCall pattern, Expr.Call call, Code code) {
    Guard own = settings.valued(guard, pattern, call, code);
    boolean open = guard.kind() == GuardKind.TIMEOUT && !pattern.kinds().isEmpty();
    if (own.value().isPresent() && !open) {
      return own;
    }
    OptionalInt place = GuardPlaces.at(pattern.places().policy(), call.args().size());
    Optional<Expr> holder =
        place.isPresent() ? Optional.of(call.args().get(place.getAsInt())) : holder(call, code);
    return holder.map(h -> valued(own, pattern, definition(new Made(h, code)))).orElse(own);
  }

  /**
   * Whether the code that makes the receiver of a call does not switch on what a setter stands for.
   */
  boolean isOff(String setter, Expr.Call call, Code code) {
    if (call.scope().isEmpty()) {
      return false;
    }
    Made made = definition(new Made(call.scope().get(), code));
    boolean known = made.expr() instanceof Expr.Call || made.expr() instanceof Expr.New;
    return known && parts(made).stream().noneMatch(p -> switchesOn(p.expr(), setter));
  }

  private static boolean switchesOn(Expr made, String setter) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        made,
        n ->
            found[0] |=
                n instanceof Expr.Call call
                    && call.name().equals(setter)
                    && call.args().stream()
                        .noneMatch(
                            a -> a instanceof Expr.Literal no && no.value().equals("false")));
    return found[0];
  }

  /** The receiver, or for a static method its first argument. */
  private Optional<Expr> holder(Expr.Call call, Code code) {
    boolean onType =
        call.scope()
            .filter(s -> s instanceof Expr.Name n && Character.isUpperCase(n.id().charAt(0)))
            .filter(s -> knowledge.typer().variable(((Expr.Name) s).id(), s, code).isEmpty())
            .isPresent();
    return onType && call.args().size() > 1 ? Optional.of(call.args().get(0)) : call.scope();
  }

  Guard valued(Guard guard, Policy policy) {
    Guard own = settings.valued(guard, policy.guard(), policy.call(), policy.code());
    return own.value().isPresent()
        ? own
        : valued(own, policy.guard(), new Made(policy.whole(), policy.code()));
  }

  private Guard valued(Guard guard, GuardCall pattern, Made made) {
    if (guard.kind() == GuardKind.RETRY) {
      return attempts(pattern, made).map(guard::withValue).orElse(guard);
    }
    if (guard.kind() == GuardKind.TIMEOUT) {
      return instances
          .period("timelimiter", "timeout-duration", made.expr(), made.code())
          .or(() -> policyPeriod(pattern, made))
          .map(d -> guard.withValue(d.toString()))
          .orElse(guard);
    }
    return guard;
  }

  private Optional<Duration> policyPeriod(GuardCall pattern, Made made) {
    return written(pattern, made, true)
        .flatMap(w -> knowledge.amounts().period(w.value(), w.code(), 1e-3));
  }

  private Optional<String> attempts(GuardCall pattern, Made made) {
    Optional<Written> count = written(pattern, made, false);
    Optional<Integer> calls =
        count
            .flatMap(
                w ->
                    knowledge
                        .amounts()
                        .number(w.value(), w.code(), Map.of())
                        .map(n -> w.guard().attempts().calls(n.intValue())))
            .or(
                () ->
                    instances
                        .number("retry", "max-attempts", made.expr(), made.code())
                        .map(Double::intValue));
    if (calls.isEmpty() && count.isEmpty()) {
      OptionalInt usual = pattern.attempts().defaultCalls();
      calls =
          usual.isPresent() && usual.getAsInt() > 0
              ? Optional.of(usual.getAsInt())
              : Optional.empty();
    }
    return calls.map(n -> GuardText.attempts(n, pauses(pattern, made, n)));
  }

  private List<Duration> pauses(GuardCall pattern, Made made, int attempts) {
    List<List<Duration>> growing = new ArrayList<>();
    for (Made part : parts(made)) {
      Nodes.walk(
          part.expr(),
          n -> {
            if (n instanceof Expr.Call call) {
              Backoffs.of(call, part.code(), knowledge.amounts(), attempts).ifPresent(growing::add);
            }
          });
    }
    if (!growing.isEmpty()) {
      return growing.get(0);
    }
    Optional<Duration> pause =
        written(pattern, made, true)
            .flatMap(w -> knowledge.amounts().period(w.value(), w.code(), 1e-3))
            .or(() -> instances.period("retry", "wait-duration", made.expr(), made.code()))
            .or(pattern.attempts()::defaultPause);
    return pause
        .map(
            p ->
                Backoffs.pauses(
                    p,
                    instances.growth(made.expr(), made.code()),
                    instances.period(
                        "retry", "exponential-max-wait-duration", made.expr(), made.code()),
                    attempts))
        .orElse(List.of());
  }

  private record Written(GuardCall guard, Expr value, Code code) {}

  /** A number of attempts or a period that some call of the definition sets. */
  private Optional<Written> written(GuardCall pattern, Made made, boolean period) {
    List<Written> found = new ArrayList<>();
    for (Made part : parts(made)) {
      Nodes.walk(
          part.expr(),
          n -> {
            if (n instanceof Expr.Call call) {
              written(pattern, call, part.code(), period).ifPresent(found::add);
            }
          });
    }
    return found.stream().findFirst();
  }

  /** A definition and those of the variables that it mentions. */
  private List<Made> parts(Made made) {
    List<Made> parts = new ArrayList<>(List.of(made));
    Nodes.walk(
        made.expr(),
        n -> {
          if (n instanceof Expr.Name name) {
            Made next = definition(new Made(name, made.code()));
            if (next.expr() != name) {
              parts.add(next);
            }
          }
        });
    return parts;
  }

  private Optional<Written> written(GuardCall of, Expr.Call call, Code code, boolean period) {
    for (GuardCall guard : policyCalls(call.name(), of)) {
      OptionalInt place =
          GuardPlaces.at(
              period ? guard.places().duration() : guard.places().attempts(), call.args().size());
      if (place.isPresent()) {
        return Optional.of(new Written(guard, call.args().get(place.getAsInt()), code));
      }
    }
    return Optional.empty();
  }
}
