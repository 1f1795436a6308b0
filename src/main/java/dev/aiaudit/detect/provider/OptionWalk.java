package dev.aiaudit.detect.provider;

import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.resolve.bean.Bean;
import dev.aiaudit.resolve.bean.InjectionPoint;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.FieldDecl;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One walk from a request back to where its client is made, which collects options on the way. */
final class OptionWalk {
  private static final int MAX_SPOTS = 600;
  private static final int MAX_DEPTH = 25;

  /** Setters of time limits, retries and pauses. */
  private static final Set<String> SETTERS =
      Set.of(
          "timeout",
          "readTimeout",
          "callTimeout",
          "requestTimeout",
          "responseTimeout",
          "socketTimeout",
          "apiCallTimeout",
          "apiCallAttemptTimeout",
          "setReadTimeout",
          "setTimeout",
          "setRequestTimeout",
          "setRequestTimeoutSeconds",
          "setResponseTimeout",
          "setSocketTimeout",
          "withTimeout",
          "withRequestTimeout",
          "withSocketTimeout",
          "withReadTimeout",
          "withClientExecutionTimeout",
          "maxRetries",
          "setMaxRetries",
          "withMaxRetries",
          "maxAttempts",
          "setMaxAttempts",
          "numRetries",
          "maxErrorRetry",
          "withMaxErrorRetry",
          "retries",
          "fixedBackoff",
          "exponentialBackoff",
          "setBackOffPeriod",
          "setInitialInterval",
          "setMultiplier",
          "setMaxInterval",
          "delay",
          "multiplier",
          "maxDelay",
          "noRetry");

  private static final Set<String> HOLDERS =
      Set.of(
          "Optional",
          "ObjectProvider",
          "ObjectFactory",
          "Provider",
          "Instance",
          "Lazy",
          "Supplier",
          "List",
          "Map",
          "Set",
          "Collection");

  private static final String CHAT_MODEL = "org.springframework.ai.chat.model.ChatModel";

  private final Basis at;
  private final Amounts amounts;
  private final ModuleBeans beans;
  private final Flow flow;
  private final Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> places = new java.util.HashSet<>();
  private final List<ClientOption> options = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private boolean ofRequest;
  private int depth;

  OptionWalk(Basis at, Amounts amounts, ModuleBeans beans) {
    this.at = at;
    this.amounts = amounts;
    this.beans = beans;
    this.flow = new Flow(at);
  }

  List<ClientOption> options() {
    return options.stream().distinct().toList();
  }

  List<String> open() {
    return open.stream().distinct().toList();
  }

  /** The chain of a request: its root is the client, its arguments hold for this request. */
  void request(Spot spot) {
    Expr e = spot.expr();
    ofRequest = true;
    List<Expr> args = new ArrayList<>();
    while (e instanceof Expr.Call call && (e == spot.expr() || !followable(spot.at(call)))) {
      set(call, spot.at(call));
      args.addAll(call.args());
      if (call.scope().isEmpty()) {
        break;
      }
      e = call.scope().get();
    }
    args.forEach(a -> argument(spot.at(a)));
    ofRequest = false;
    if (e instanceof Expr.MethodRef ref) {
      follow(spot.at(ref.scope()));
    } else if (e != spot.expr()) {
      follow(spot.at(e));
    }
  }

  /** Whether a call gives what a method or a field of the tree holds. */
  private boolean followable(Spot spot) {
    return spot.expr() instanceof Expr.Call call
        && (!at.typer().callee(call, spot.code()).methods().isEmpty()
            || flow.variable(spot).isPresent());
  }

  private void follow(Spot spot) {
    if (depth >= MAX_DEPTH || seen.size() >= MAX_SPOTS) {
      return;
    }
    depth++;
    for (Leaf leaf : flow.follow(spot)) {
      if (leaf instanceof Leaf.Value value) {
        made(value.spot());
      } else if (leaf instanceof Leaf.Open o) {
        Optional<InjectionPoint> place = InjectionPoint.of(o.variable(), at.typer());
        place.ifPresent(this::beans);
      }
    }
    depth--;
  }

  /** The beans of a place; what a framework gives stays open. */
  void beans(InjectionPoint place) {
    if (HOLDERS.contains(place.type().simpleName()) && !place.type().arguments().isEmpty()) {
      beans(place.inside());
      return;
    }
    if (!place.type().isKnown() || !places.add(place.type().name() + " " + place.name())) {
      return;
    }
    List<Bean> found = beans.forPlace(place);
    found.forEach(this::bean);
    if (found.isEmpty()) {
      open.add(place.type().name());
      model(place);
    }
  }

  /** A framework makes a chat client or an AI service out of a model. */
  private void model(InjectionPoint place) {
    String name = place.type().name();
    boolean own = at.project().find(place.type()).isPresent();
    if (name.startsWith("org.springframework.ai.chat.client.ChatClient")) {
      beans(place.wanting(CHAT_MODEL, "chatModel"));
    } else if (own && at.project().find(place.type()).get().decl().isInterface()) {
      beans(place.wanting("dev.langchain4j.model.chat.ChatModel", "chatModel"));
      beans(place.wanting("dev.langchain4j.model.chat.ChatLanguageModel", "chatLanguageModel"));
    }
  }

  private void bean(Bean bean) {
    Optional<DeclaredMethod> factory = bean.factory();
    if (factory.isPresent()) {
      factory
          .get()
          .code()
          .ifPresent(c -> Flow.results(c.root()).forEach(r -> result(Spot.of(r, c))));
    } else {
      at.project().find(bean.type()).ifPresent(this::inside);
    }
  }

  /** A factory may give a lambda that customizes a builder. */
  private void result(Spot spot) {
    if (spot.expr() instanceof Expr.Lambda) {
      argument(spot);
    } else {
      follow(spot);
    }
  }

  /** A class of the tree that stands for a client holds the real one. */
  private void inside(DeclaredType type) {
    for (FieldDecl field : type.decl().fields()) {
      Variable.Field variable = new Variable.Field(field, type);
      JavaType held = at.typer().typeOf(variable);
      if (at.isAi(held) && !type.codes().isEmpty()) {
        Expr use =
            new Expr.FieldAccess(
                new Expr.This(Optional.empty(), field.span()), field.name(), field.span());
        follow(Spot.of(use, type.codes().get(0)));
      }
    }
  }

  /** A chain of calls, or an object creation, with what its variable is told afterwards. */
  private void made(Spot spot) {
    Expr e = spot.expr();
    if (!seen.add(e)) {
      return;
    }
    while (e instanceof Expr.Call call && (e == spot.expr() || !followable(spot.at(call)))) {
      set(call, spot);
      call.args().forEach(a -> argument(spot.at(a)));
      if (call.scope().isEmpty()) {
        break;
      }
      e = call.scope().get();
    }
    if (e instanceof Expr.New creation) {
      created(creation, spot);
    } else if (e != spot.expr()) {
      follow(spot.at(e));
    }
    told(spot);
  }

  private void created(Expr.New creation, Spot spot) {
    JavaType type = at.typer().typeOf(creation, spot.code());
    Optional<DeclaredType> own = at.project().find(type);
    for (Expr arg : creation.args()) {
      JavaType given = at.typer().typeOf(arg, spot.code());
      if (own.isEmpty() && (given.is("java.time.Duration") || isDuration(arg))) {
        option("timeout", type, List.of(arg), creation, spot);
      } else {
        argument(spot.at(arg));
      }
    }
    if (type.simpleName().equals("SimpleRetryPolicy") && !creation.args().isEmpty()) {
      option("maxAttempts", type, creation.args(), creation, spot);
    }
    own.ifPresent(this::inside);
  }

  /** {@code Duration.ofSeconds(..)} and the like, whose type may not be listed. */
  private static boolean isDuration(Expr e) {
    return e instanceof Expr.Call call
        && (call.name().startsWith("of") || call.name().equals("parse"))
        && call.scope().filter(s -> Amounts.lastName(s).equals("Duration")).isPresent();
  }

  private void argument(Spot spot) {
    Expr e = spot.expr();
    if (e instanceof Expr.Literal || e instanceof Expr.ClassLiteral || !allowed(spot)) {
      return;
    }
    if (e instanceof Expr.Lambda lambda) {
      Nodes.walk(
          lambda.body(),
          n -> {
            if (n instanceof Expr.Call call
                && (set(call, spot.at(call)) || OptionNames.FEEDERS.contains(call.name()))) {
              call.args().forEach(a -> argument(spot.at(a)));
            }
          });
      if (lambda.body() instanceof Expr) {
        follow(spot);
      }
      return;
    }
    follow(spot);
  }

  private boolean allowed(Spot spot) {
    if (spot.expr() instanceof Expr.Lambda) {
      return true;
    }
    JavaType type = at.typer().typeOf(spot.expr(), spot.code());
    String name = type.name();
    return type.isKnown()
        && !name.startsWith("java.lang.")
        && !name.startsWith("java.util.")
        && !name.startsWith("java.time.")
        && name.contains(".")
        && OptionNames.ASIDE.stream().noneMatch(a -> type.simpleName().contains(a));
  }

  /** What the code says to the variable that takes the object. */
  private void told(Spot spot) {
    Optional<String> variable = variableOf(spot);
    if (variable.isEmpty()) {
      return;
    }
    Nodes.walk(
        spot.code().root(),
        n -> {
          if (n instanceof Expr.Call call && isOn(call, variable.get())) {
            set(call, spot);
            if (!call.name().startsWith("get") && seen.add(call)) {
              call.args().forEach(a -> argument(spot.at(a)));
            }
          }
        });
  }

  private static boolean isOn(Expr.Call call, String variable) {
    Optional<Expr> scope = call.scope();
    while (scope.isPresent() && scope.get() instanceof Expr.Call inner) {
      scope = inner.scope();
    }
    return scope.isPresent() && Amounts.lastName(scope.get()).equals(variable);
  }

  private static Optional<String> variableOf(Spot spot) {
    Optional<Node> around = spot.code().parent(spot.expr());
    while (around.isPresent() && around.get() instanceof Expr.Cast cast) {
      around = spot.code().parent(cast);
    }
    if (around.isEmpty()) {
      return Optional.empty();
    }
    if (around.get() instanceof Stmt.Local local) {
      return Optional.of(local.name());
    }
    return around.get() instanceof Expr.Assign assign
        ? Optional.of(Amounts.lastName(assign.target())).filter(n -> !n.isEmpty())
        : Optional.empty();
  }

  /** Keeps a call that is a setter of a library. */
  private boolean set(Expr.Call call, Spot spot) {
    boolean setter = SETTERS.contains(call.name()) && !call.args().isEmpty();
    boolean none = call.name().equals("none") && call.args().isEmpty();
    if (!setter && !none || !at.typer().callee(call, spot.code()).methods().isEmpty()) {
      return false;
    }
    JavaType type =
        call.scope().map(s -> at.typer().typeOf(s, spot.code())).orElse(JavaType.UNKNOWN);
    if (none && !type.simpleName().contains("Retry")) {
      return false;
    }
    option(none ? "noRetry" : call.name(), type, call.args(), call, spot);
    return true;
  }

  private void option(String name, JavaType type, List<Expr> args, Expr call, Spot spot) {
    Optional<Duration> period = Optional.empty();
    if (args.size() == 2) {
      period = amounts.pair(spot.at(args.get(0)), args.get(1));
    }
    if (period.isEmpty() && !args.isEmpty()) {
      period = amounts.period(spot.at(args.get(0)), name.endsWith("Seconds") ? 1 : 1e-3);
    }
    List<Double> numbers =
        args.stream().flatMap(a -> amounts.number(spot.at(a), Map.of()).stream()).toList();
    var span = call instanceof Expr.Call c ? c.nameSpan() : call.span();
    options.add(
        new ClientOption(
            name,
            type.isKnown() ? type.name() : "",
            period,
            numbers,
            ofRequest,
            spot.code().location(span)));
  }
}
