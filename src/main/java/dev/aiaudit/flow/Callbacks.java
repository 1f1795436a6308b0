package dev.aiaudit.flow;

import dev.aiaudit.flow.Verdict.End;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.trace.Flight;
import dev.aiaudit.trace.Flight.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request whose answer comes to a callback throws nothing to the code around it: its failure goes
 * to the method of the callback that is there for errors, and what that does is what happens.
 */
final class Callbacks {
  private static final Set<String> ERROR_METHODS =
      Set.of("onError", "onFailure", "onException", "onErrorResponse", "failed");

  /** Methods of a sink or emitter that a function was given, which end a pipeline with an error. */
  private static final Set<String> PIPELINE = Set.of("error", "onError", "tryOnError", "fail");

  /** Methods of a sink held in a variable. */
  private static final Set<String> SINK = Set.of("tryEmitError", "emitError");

  /** Methods that make a pipeline or future of a function that is given its sink. */
  private static final Set<String> CREATORS =
      Set.of("create", "push", "emitter", "generate", "callback", "getFuture");

  private final FlowKnowledge knowledge;
  private final Blocks blocks;
  private final Carried carried;

  Callbacks(FlowKnowledge knowledge, Blocks blocks, Carried carried) {
    this.knowledge = knowledge;
    this.blocks = blocks;
    this.carried = carried;
  }

  /**
   * Where a failure is once the callback has heard of it.
   *
   * @param node the expression from which it goes on
   * @param flight what it is there
   */
  record Told(Node node, Flight flight) {}

  /** What a handler is: the code that runs, the name of its error, and where it stands. */
  private record Handler(Code code, Node body, Optional<String> error, Location place) {}

  /** The failure of a request that is given a callback; empty when it is given none. */
  Optional<Told> of(Code code, Expr request, Flight flight, String provider) {
    if (!flight.travelling()) {
      return Optional.empty();
    }
    // In a chain of operators onError is one of them, which acts on what flows through it.
    boolean chained = flight.form() == Form.THROWN || !knowsType(code, request);
    for (Expr.Call call : calls(code, request)) {
      for (Expr arg : call.args()) {
        Optional<Told> told =
            chained && ERROR_METHODS.contains(call.name()) && functional(arg)
                ? Optional.of(function(arg, code, request, flight, provider))
                : object(arg, code).map(h -> run(h, code, request, flight, provider));
        if (told.isPresent()) {
          return told;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the request is of a type that carries its failure to operators. */
  private boolean knowsType(Code code, Expr request) {
    String type = knowledge.typer().typeOf(request, code).name();
    return knowledge.types().container(type).isPresent();
  }

  private static boolean functional(Expr arg) {
    return arg instanceof Expr.Lambda || arg instanceof Expr.MethodRef;
  }

  /** The calls of the request's chain, also those on the variable that holds its first part. */
  private static List<Expr.Call> calls(Code code, Expr request) {
    List<Expr.Call> out = new ArrayList<>();
    Expr root = chain(request, out);
    if (root instanceof Expr.Name variable) {
      Nodes.walk(
          code.root(),
          n -> {
            if (n instanceof Expr.Call call && ERROR_METHODS.contains(call.name())) {
              boolean same =
                  chain(call, new ArrayList<>()) instanceof Expr.Name other
                      && other.id().equals(variable.id());
              if (same && !out.contains(call)) {
                out.add(call);
              }
            }
          });
    }
    return out;
  }

  private static Expr chain(Expr request, List<Expr.Call> into) {
    Expr at = request;
    while (at instanceof Expr.Call call) {
      into.add(call);
      if (call.scope().isEmpty()) {
        break;
      }
      at = call.scope().get();
    }
    return at;
  }

  private Told function(Expr arg, Code code, Expr request, Flight flight, String provider) {
    Location place = code.location(arg);
    if (arg instanceof Expr.Lambda lambda) {
      Optional<String> error = lambda.params().stream().reduce((a, b) -> b).map(p -> p.name());
      return run(new Handler(code, lambda.body(), error, place), code, request, flight, provider);
    }
    Expr.MethodRef ref = (Expr.MethodRef) arg;
    List<DeclaredMethod> methods = knowledge.typer().callee(ref, code).methods();
    if (methods.size() == 1 && methods.get(0).code().isPresent()) {
      return run(handler(methods.get(0), place), code, request, flight, provider);
    }
    if (ref.scope() instanceof Expr.Name variable) {
      Optional<Told> on = through(variable.id(), ref.name(), code, request, flight);
      if (on.isPresent()) {
        return on.get();
      }
    }
    boolean sends = ErrorSinks.takesErrors(ref.name());
    Handling handling = sends ? Handling.ERROR_RESPONSE : Handling.SWALLOW;
    return new Told(request, flight.settle(handling, Optional.of(place)));
  }

  private static Handler handler(DeclaredMethod method, Location place) {
    Code body = method.code().orElseThrow();
    Optional<String> error =
        method.decl().params().stream()
            .filter(p -> isError(p.type().simpleName()))
            .findFirst()
            .map(p -> p.name());
    return new Handler(body, body.root(), error, place);
  }

  private static boolean isError(String type) {
    return type.equals("Throwable") || type.endsWith("Exception") || type.endsWith("Error");
  }

  /** An object given as an argument that has a method for errors. */
  private Optional<Handler> object(Expr arg, Code code) {
    return typeOf(arg, code).stream()
        .flatMap(t -> t.methods().stream())
        .filter(m -> ERROR_METHODS.contains(m.name()) && m.code().isPresent())
        .filter(m -> m.decl().params().stream().anyMatch(p -> isError(p.type().simpleName())))
        .findFirst()
        .map(m -> handler(m, m.code().orElseThrow().location(m.decl().nameSpan())));
  }

  private Optional<DeclaredType> typeOf(Expr arg, Code code) {
    if (arg instanceof Expr.New creation && creation.body().isPresent()) {
      return code.owner().file().types().stream()
          .filter(t -> t.place().filter(p -> p.node() == creation).isPresent())
          .findFirst();
    }
    if (arg instanceof Expr.Name name) {
      Optional<Expr> init =
          knowledge
              .typer()
              .variable(name.id(), name, code)
              .filter(v -> v instanceof Variable.Local)
              .flatMap(v -> ((Variable.Local) v).decl().init());
      if (init.isPresent() && !(init.get() instanceof Expr.Name)) {
        return typeOf(init.get(), code);
      }
    }
    boolean plain = arg instanceof Expr.New || arg instanceof Expr.Name;
    return plain ? knowledge.project().find(knowledge.typer().typeOf(arg, code)) : Optional.empty();
  }

  private Told run(Handler handler, Code code, Expr request, Flight flight, String provider) {
    Optional<Told> on = future(handler, code, request, flight);
    if (on.isPresent()) {
      return on.get();
    }
    Situation at = Situation.in(handler.code(), provider, flight.types());
    Situation inside = handler.error().map(at::caughtAs).orElse(at);
    Node body = handler.body();
    List<Verdict> ends =
        body instanceof Expr e
            ? blocks.statement(new Stmt.Expression(e, e.span()), inside)
            : blocks.body(body, inside);
    Handling worst = Handling.ALTERNATE_OTHER_PROVIDER;
    for (Verdict v : ends) {
      // What a callback throws or returns, nobody gets; only what it sends counts.
      boolean useful = v.end() == End.ANSWER && v.handling().compareTo(Handling.STATIC) > 0;
      Handling silent = inside.errorSent() ? Handling.ERROR_RESPONSE : Handling.SWALLOW;
      worst = worst.worse(useful ? v.handling() : silent);
    }
    return new Told(
        request, flight.settle(worst, Optional.of(handler.place())).tell(inside.clientTold()));
  }

  /** A callback that passes the error to a future or pipeline of the code around the request. */
  private Optional<Told> future(Handler handler, Code code, Expr request, Flight flight) {
    List<Told> out = new ArrayList<>();
    Nodes.walk(
        handler.body(),
        n -> {
          if (n instanceof Expr.Call call && call.scope().orElse(null) instanceof Expr.Name name) {
            through(name.id(), call.name(), code, request, flight).ifPresent(out::add);
          }
        });
    return out.stream().findFirst();
  }

  /** The failure goes on in what is made of a variable to which the callback passes the error. */
  private Optional<Told> through(
      String variable, String method, Code code, Expr request, Flight flight) {
    if (PIPELINE.contains(method)) {
      return creating(variable, code, request)
          .map(call -> new Told(call, passedOn(flight, Form.REACTIVE, code.location(request))));
    }
    Optional<Form> form =
        method.equals("completeExceptionally")
            ? Optional.of(Form.FUTURE)
            : SINK.contains(method) ? Optional.of(Form.REACTIVE) : Optional.empty();
    return form.flatMap(
        f ->
            carried
                .useBehind(variable, request, code)
                .map(use -> new Told(use, passedOn(flight, f, code.location(request)))));
  }

  private static Flight passedOn(Flight flight, Form form, Location place) {
    return flight.withTypes(List.of()).as(form).handled(Handling.RETHROW, Optional.of(place));
  }

  /** {@code Flux.create(sink -> request)}: the call whose function is given the sink. */
  private static Optional<Node> creating(String sink, Code code, Expr request) {
    for (Optional<Node> p = code.parent(request); p.isPresent(); p = code.parent(p.get())) {
      if (p.get() instanceof Expr.Lambda lambda
          && lambda.params().size() == 1
          && lambda.params().get(0).name().equals(sink)) {
        return code.parent(lambda)
            .filter(c -> c instanceof Expr.Call call && CREATORS.contains(call.name()));
      }
    }
    return Optional.empty();
  }
}
