package dev.aiaudit.flow;

import dev.aiaudit.catalog.guard.Effect;
import dev.aiaudit.catalog.guard.GuardPlaces;
import dev.aiaudit.model.Handling;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Tells what the value of a call is to whoever asked. */
final class CallValues {
  private static final int MAX_DEPTH = 5;

  private static final Set<String> EMPTY =
      Set.of(
          "empty",
          "emptyList",
          "emptyMap",
          "emptySet",
          "emptyArray",
          "noContent",
          "never",
          "none",
          "createObjectNode",
          "createArrayNode",
          "objectNode",
          "arrayNode",
          "nullNode",
          "missingNode");

  /** What takes a text or a constant list apart and says nothing that was not in it. */
  private static final Set<String> RESHAPED =
      Set.of("get", "getFirst", "getLast", "chars", "codePoints", "split", "lines", "mapToObj");

  /** Factories that only wrap their argument. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "just",
          "of",
          "ofNullable",
          "ok",
          "success",
          "completedFuture",
          "body",
          "item",
          "right",
          "asList",
          "singletonList",
          "valueOf",
          "toString",
          "trim",
          "strip",
          "build",
          "data",
          "map",
          "fromIterable",
          "justOrEmpty",
          "completedStage",
          "fromCallable",
          "defer",
          "fromSupplier",
          "supplyAsync");

  private static final Set<String> THROWING = Set.of("failedFuture", "failedStage");

  private final FlowKnowledge knowledge;
  private final Values values;
  private final ExceptionTypes exceptions;
  private final Alternates alternates;

  CallValues(FlowKnowledge knowledge, Values values, ExceptionTypes exceptions) {
    this.knowledge = knowledge;
    this.values = values;
    this.exceptions = exceptions;
    this.alternates = new Alternates(knowledge);
  }

  Handling of(Expr.Call call, Situation at) {
    Optional<Handling> request = alternates.at(call, at);
    if (request.isPresent()) {
      return recovered(call, request.get(), at);
    }
    if (throwing(call)) {
      return Handling.RETHROW;
    }
    Optional<Handling> passedOn = argument(call, at).or(() -> passedOn(call, at));
    if (passedOn.isPresent()) {
      return passedOn.get();
    }
    Callee callee = knowledge.typer().callee(call, at.code());
    if (!callee.methods().isEmpty()) {
      return declared(call, callee, at);
    }
    return library(call, callee, at);
  }

  /** A request whose answer is handed straight on. */
  private Optional<Handling> argument(Expr.Call call, Situation at) {
    return at.shared()
        ? Optional.empty()
        : call.args().stream()
            .filter(a -> a instanceof Expr.Call)
            .flatMap(a -> alternates.at((Expr.Call) a, at).stream())
            .findFirst();
  }

  /** What is made of the answer of another provider or of a cache is as good as that. */
  private static Optional<Handling> passedOn(Expr.Call call, Situation at) {
    List<Expr> sources = new ArrayList<>(call.args());
    sources.add(root(call));
    return sources.stream()
        .filter(s -> s instanceof Expr.Name)
        .flatMap(s -> at.variable(((Expr.Name) s).id()).stream())
        .filter(h -> h.compareTo(Handling.STATIC) > 0)
        .min(Handling::compareTo);
  }

  /** Whether the call makes a failed reactive value or future. */
  boolean throwing(Expr.Call call) {
    if (THROWING.contains(call.name())) {
      return true;
    }
    boolean reactive =
        call.scope()
            .filter(s -> s instanceof Expr.Name)
            .map(s -> ((Expr.Name) s).id())
            .filter(Set.of("Mono", "Flux", "Single", "Observable", "Flowable", "Maybe")::contains)
            .isPresent();
    boolean uni =
        call.name().equals("failure")
            && call.scope()
                .filter(s -> s instanceof Expr.Call c && c.name().equals("createFrom"))
                .isPresent();
    return reactive && call.name().equals("error") || uni;
  }

  private Handling declared(Expr.Call call, Callee callee, Situation at) {
    if (EMPTY.contains(call.name())) {
      // A factory of the value that stands for nothing, whatever it is made of.
      return Handling.SWALLOW;
    }
    if (at.depth() >= MAX_DEPTH) {
      return named(call.name()).orElse(Handling.UNKNOWN);
    }
    List<DeclaredMethod> bodies = bodies(callee);
    Optional<Handling> alternate = alternates.behind(call, bodies, at);
    // A method that is given the exception goes on handling it, and may also give it back.
    boolean handles =
        at.caught()
            .filter(c -> call.args().stream().anyMatch(a -> Conditions.mentions(a, c)))
            .isPresent();
    if (alternate.isPresent() && !handles) {
      return alternate.get();
    }
    Optional<Handling> worst = worst(call, bodies, at);
    if (alternate.isPresent() && worst.filter(Handling::unhandled).isEmpty()) {
      return alternate.get();
    }
    if (worst.filter(h -> h == Handling.STATIC).isPresent()) {
      if (Values.errorName(call.name())) {
        return Handling.ERROR_RESPONSE;
      }
      return values.content().madeOfNothing(call, bodies, at) ? Handling.SWALLOW : Handling.STATIC;
    }
    if (worst.filter(h -> h == Handling.SWALLOW).isPresent()
        && values.content().isVerdict(call, bodies, at)) {
      return Handling.STATIC;
    }
    return worst.or(() -> named(call.name())).orElse(Handling.UNKNOWN);
  }

  /** What the methods answer on their worst way; empty when that cannot be told of one. */
  private Optional<Handling> worst(Expr.Call call, List<DeclaredMethod> bodies, Situation at) {
    Optional<Handling> worst = Optional.empty();
    for (DeclaredMethod method : bodies) {
      Optional<Handling> one = answerOf(method, call.args(), at);
      worst = worst.isEmpty() ? one : one.map(worst.get()::worse);
      if (worst.isEmpty()) {
        break;
      }
    }
    return worst;
  }

  private static Optional<Handling> named(String method) {
    return Values.errorName(method) ? Optional.of(Handling.ERROR_RESPONSE) : Optional.empty();
  }

  private List<DeclaredMethod> bodies(Callee callee) {
    return Alternates.bodies(knowledge.typer(), callee);
  }

  /** What a method answers on its worst way; empty when it cannot be told. */
  Optional<Handling> answerOf(DeclaredMethod method, List<Expr> args, Situation at) {
    Optional<Code> code = method.code();
    if (code.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> shown = parameterOf(method, args, at);
    Situation inside = at.inside(code.get(), shown);
    for (int i = 0; i < Math.min(args.size(), method.decl().params().size()); i++) {
      Expr arg = args.get(i);
      String param = method.decl().params().get(i).name();
      boolean text =
          arg instanceof Expr.Binary
              || arg instanceof Expr.Literal literal && !literal.is(Expr.Literal.Kind.BOOLEAN);
      if (text) {
        inside.assign(param, values.of(arg, at));
      } else if (arg instanceof Expr.Call
          || arg instanceof Expr.New
          || arg instanceof Expr.Name known && at.variable(known.id()).isPresent()) {
        // What is nothing or an apology stays so when it is handed on.
        Handling given = values.of(arg, at);
        if (given == Handling.SWALLOW || given == Handling.ERROR_RESPONSE) {
          inside.assign(param, given);
        }
      }
    }
    return new Blocks(knowledge, exceptions, values).answer(code.get(), inside);
  }

  private static Optional<String> parameterOf(
      DeclaredMethod method, List<Expr> args, Situation at) {
    if (at.caught().isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < Math.min(args.size(), method.decl().params().size()); i++) {
      if (Conditions.mentions(args.get(i), at.caught().get())) {
        return Optional.of(method.decl().params().get(i).name());
      }
    }
    return Optional.empty();
  }

  private Handling library(Expr.Call call, Callee callee, Situation at) {
    String name = call.name();
    if (isCache(call, callee)) {
      return Handling.CACHE;
    }
    if (EMPTY.contains(name) || name.equals("of") && call.args().isEmpty()) {
      return Handling.SWALLOW;
    }
    Optional<Handling> status = ErrorStatus.of(call);
    if (status.isPresent()) {
      return status.get();
    }
    if (Values.errorName(name) && !name.startsWith("on")) {
      return Handling.ERROR_RESPONSE;
    }
    if (at.caught().isPresent() && Conditions.mentions(call, at.caught().get())) {
      return Handling.ERROR_RESPONSE;
    }
    return Values.isMap(call) ? values.ofMap(call, at) : chain(call, at);
  }

  /** A chain of builder or wrapper calls is made of all its arguments. */
  private Handling chain(Expr.Call call, Situation at) {
    List<Expr> parts = new ArrayList<>();
    Expr e = call;
    while (e instanceof Expr.Call c) {
      parts.addAll(c.args());
      if (c.args().isEmpty() && EMPTY.contains(c.name())) {
        return Handling.SWALLOW;
      }
      e = c.scope().orElse(c.args().isEmpty() ? c : c.args().get(0));
      if (e == c || c.scope().isEmpty()) {
        break;
      }
      Optional<Handling> other =
          e instanceof Expr.Call source ? other(source, at) : Optional.empty();
      if (other.isPresent()) {
        return recovered(call, other.get(), at);
      }
    }
    boolean variableRoot = e instanceof Expr.Name n && isVariable(n, at);
    if (variableRoot && RESHAPED.contains(call.name())) {
      return values.of(e, at);
    }
    if (parts.isEmpty()) {
      return variableRoot ? ofRoot((Expr.Name) e, at) : Handling.STATIC;
    }
    List<Expr> bodies =
        parts.stream()
            .map(p -> p instanceof Expr.Lambda l && l.body() instanceof Expr b ? b : p)
            .toList();
    Handling content = values.ofParts(bodies, at);
    // A look-up or computation on an object of the application is an answer of its own.
    return variableRoot && content == Handling.SWALLOW ? Handling.STATIC : content;
  }

  /**
   * A second request to the provider that is down fails too, and what its own operators make of
   * that is the answer.
   */
  private Handling recovered(Expr.Call chain, Handling alternate, Situation at) {
    if (alternate != Handling.ALTERNATE_SAME_PROVIDER) {
      return alternate;
    }
    Optional<Handling> answer = Optional.empty();
    for (Expr e = chain; e instanceof Expr.Call call; e = call.scope().get()) {
      // The operator nearest to the request runs first.
      Optional<Handling> further = answer;
      answer = handler(call, at).flatMap(h -> handled(h, at)).or(() -> further);
      if (call.scope().isEmpty()) {
        break;
      }
    }
    return answer.orElse(alternate);
  }

  private Optional<Expr> handler(Expr.Call call, Situation at) {
    String type = knowledge.typer().callee(call, at.code()).receiver().name();
    int count = call.args().size();
    return knowledge
        .guards()
        .call(type, call.name(), count)
        .filter(g -> g.effect() == Effect.RECOVER_VALUE || g.effect() == Effect.RECOVER_WITH)
        .map(g -> GuardPlaces.at(g.places().handler(), count))
        .filter(OptionalInt::isPresent)
        .map(p -> call.args().get(p.getAsInt()));
  }

  private Optional<Handling> handled(Expr handler, Situation at) {
    if (!(handler instanceof Expr.Lambda lambda)) {
      return handler instanceof Expr.MethodRef
          ? Optional.empty()
          : Optional.of(values.of(handler, at));
    }
    Situation inside =
        lambda.params().isEmpty()
            ? at.branch()
            : at.branch().caughtAs(lambda.params().get(lambda.params().size() - 1).name());
    Blocks blocks = new Blocks(knowledge, exceptions, values);
    return blocks.worst(blocks.body(lambda.body(), inside), inside);
  }

  /** What operators work on, when a method of the tree gets it from elsewhere. */
  private Optional<Handling> other(Expr.Call source, Situation at) {
    Callee callee = knowledge.typer().callee(source, at.code());
    return callee.methods().isEmpty()
        ? Optional.empty()
        : Optional.of(declared(source, callee, at)).filter(h -> h.compareTo(Handling.STATIC) > 0);
  }

  private Handling ofRoot(Expr.Name root, Situation at) {
    return at.variable(root.id()).orElse(Handling.STATIC);
  }

  private boolean isVariable(Expr.Name name, Situation at) {
    return knowledge.typer().variable(name.id(), name, at.code()).isPresent();
  }

  private boolean isCache(Expr.Call call, Callee callee) {
    JavaType type = callee.receiver();
    boolean read =
        type.isKnown()
            && knowledge
                .guards()
                .call(type.name(), call.name(), call.args().size())
                .filter(g -> g.effect() == Effect.CACHE_READ || g.effect() == Effect.CACHE)
                .isPresent();
    return read || rootName(call).toLowerCase(Locale.ROOT).contains("cache");
  }

  private static String rootName(Expr.Call call) {
    return root(call) instanceof Expr.Name name ? name.id() : "";
  }

  /** What a chain of calls starts with. */
  private static Expr root(Expr.Call call) {
    Expr e = call;
    while (e instanceof Expr.Call c && c.scope().isPresent()) {
      e = c.scope().get();
    }
    return e;
  }

  /** Whether a call only wraps its argument in a value or response. */
  static boolean wraps(String method) {
    return WRAPPERS.contains(method);
  }
}
