package dev.aiaudit.detect.http;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.resolve.bean.Bean;
import dev.aiaudit.resolve.bean.Beans;
import dev.aiaudit.resolve.bean.InjectionPoint;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Follows a request back from the call that sends it: chain, request object, builder, client, and
 * notes URLs.
 */
final class RequestTrail {
  private static final int MAX_VISITS = 400;
  private static final int MAX_DEPTH = 40;

  /** Methods whose URL is the start of the request's own. */
  private static final Set<String> BASES =
      Set.of("baseUrl", "baseURL", "baseUri", "rootUri", "create", "baseUriTemplate");

  /** Methods whose argument is another client or a factory of URLs. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "builderFor",
          "create",
          "client",
          "builder",
          "exchangeAdapter",
          "clientAdapter",
          "uriBuilderFactory",
          "uriTemplateHandler",
          "setUriTemplateHandler",
          "forClient",
          "from");

  private final Surroundings at;
  private final TextValues texts;
  private final Callers callers;
  private final Beans beans;
  private final RemoteInterfaces interfaces;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final RequestFacts facts = new RequestFacts();
  private int depth;

  private RequestTrail(HttpContext context) {
    this.at = context.at();
    this.texts = context.texts();
    this.callers = context.callers();
    this.beans = context.beans();
    this.interfaces = context.interfaces();
  }

  /** What the request was built of that a call sends. */
  static RequestFacts of(Expr send, Code code, HttpContext context) {
    RequestTrail trail = new RequestTrail(context);
    trail.visit(send, code, Optional.empty());
    return trail.facts;
  }

  private void visit(Expr e, Code code, Optional<Frame> frame) {
    if (seen.size() > MAX_VISITS || depth > MAX_DEPTH || !seen.add(e)) {
      return;
    }
    depth++;
    facts.code(code);
    if (e instanceof Expr.Call call) {
      call(call, code, frame);
    } else if (e instanceof Expr.Name name) {
      at.typer().variable(name.id(), name, code).ifPresent(v -> variable(v, frame));
    } else if (e instanceof Expr.FieldAccess access) {
      at.project()
          .find(at.typer().typeOf(access.scope(), code))
          .flatMap(t -> at.typer().members().field(access.name(), t))
          .ifPresent(f -> field(f, frame));
    } else if (e instanceof Expr.New creation) {
      creation(creation, code, frame);
    } else if (e instanceof Expr.Cast cast) {
      visit(cast.operand(), code, frame);
    } else if (e instanceof Expr.Assign assign) {
      visit(assign.value(), code, frame);
    } else if (e instanceof Expr.Conditional choice) {
      visit(choice.whenTrue(), code, frame);
      visit(choice.whenFalse(), code, frame);
    }
    depth--;
  }

  private void call(Expr.Call call, Code code, Optional<Frame> frame) {
    Callee callee = at.typer().callee(call, code);
    if (!callee.methods().isEmpty()) {
      callee.methods().forEach(m -> treeMethod(m, call, code, frame));
      return;
    }
    boolean whole = note(call, callee.receiver(), code, frame);
    if (!whole) {
      call.scope().ifPresent(s -> visit(s, code, frame));
    }
  }

  private void treeMethod(DeclaredMethod m, Expr.Call call, Code code, Optional<Frame> frame) {
    Optional<List<TextValue>> remote = interfaces.urls(m);
    if (remote.isPresent()) {
      facts.path(remote.get());
      return;
    }
    Frame inner = new Frame(m, call.args(), code, frame);
    List<DeclaredMethod> targets =
        m.isAbstract() ? at.typer().members().fewOverriding(m) : List.of(m);
    for (DeclaredMethod target : targets.subList(0, Math.min(4, targets.size()))) {
      target
          .code()
          .ifPresent(
              body ->
                  TextValues.returns(body.root(), body)
                      .forEach(r -> visit(r, body, Optional.of(inner))));
    }
  }

  /** Notes what one call adds; true when its receiver is part of the URL that was noted. */
  private boolean note(Expr.Call call, JavaType receiver, Code code, Optional<Frame> frame) {
    boolean target = receiver.simpleName().equals("WebTarget") && call.scope().isPresent();
    boolean opened =
        receiver.is("java.net.URL") && call.name().matches("open(Connection|Stream)|getContent");
    if ((target || opened) && call.scope().isPresent()) {
      facts.path(texts.of(call.scope().get(), code, frame));
      return true;
    }
    OptionalInt url = at.catalog().urlArgument(receiver.name(), call.name());
    if (url.isPresent() && url.getAsInt() < call.args().size()) {
      url(call.args().get(url.getAsInt()), BASES.contains(call.name()), code, frame);
    } else if (call.name().startsWith("uri") && call.args().size() == 1 && url.isPresent()) {
      url(call.args().get(0), false, code, frame);
    }
    OptionalInt request = at.catalog().requestArgument(receiver.name(), call.name());
    if (request.isPresent() && request.getAsInt() < call.args().size()) {
      visit(call.args().get(request.getAsInt()), code, frame);
    }
    if (WRAPPERS.contains(call.name())) {
      call.args().stream().filter(a -> !isText(a, code)).forEach(a -> visit(a, code, frame));
    }
    return false;
  }

  private void url(Expr argument, boolean base, Code code, Optional<Frame> frame) {
    JavaType type = at.typer().typeOf(argument, code);
    if (type.isKnown() && isRequest(type)) {
      visit(argument, code, frame);
      return;
    }
    List<TextValue> values = texts.of(argument, code, frame);
    if (base) {
      facts.base(values);
    } else {
      facts.path(values);
    }
  }

  private static boolean isRequest(JavaType type) {
    return type.simpleName().endsWith("Request") || type.simpleName().equals("RequestEntity");
  }

  private boolean isText(Expr e, Code code) {
    return e instanceof Expr.Literal || at.typer().typeOf(e, code).is("java.lang.String");
  }

  private void creation(Expr.New creation, Code code, Optional<Frame> frame) {
    JavaType type = at.typer().typeOf(creation, code);
    OptionalInt url = at.catalog().urlArgument(type.name(), "<init>");
    if (type.simpleName().equals("DefaultUriBuilderFactory") && !creation.args().isEmpty()) {
      facts.base(texts.of(creation.args().get(0), code, frame));
    } else if (url.isPresent() && url.getAsInt() < creation.args().size()) {
      url(creation.args().get(url.getAsInt()), false, code, frame);
    } else if (at.project().find(type).isEmpty()) {
      creation.args().stream().filter(a -> !isText(a, code)).forEach(a -> visit(a, code, frame));
    }
  }

  private void variable(Variable variable, Optional<Frame> frame) {
    if (variable instanceof Variable.Local local && seen.add(local.decl())) {
      local.decl().init().ifPresent(i -> visit(i, local.code(), frame));
      changes(local.name(), local.code(), frame);
    } else if (variable instanceof Variable.Field field) {
      field(field, frame);
    } else if (variable instanceof Variable.Parameter parameter) {
      parameter(parameter, frame);
    }
  }

  /** Assignments of a variable, and calls on it that change the object behind it. */
  private void changes(String name, Code code, Optional<Frame> frame) {
    Change.of(name, code).stream()
        .filter(c -> !c.appends())
        .forEach(c -> visit(c.value(), code, frame));
    Nodes.walk(
        code.root(),
        node -> {
          if (node instanceof Expr.Call call
              && !seen.contains(call)
              && Roots.variable(call).filter(name::equals).isPresent()) {
            note(call, at.typer().callee(call, code).receiver(), code, frame);
          }
        });
  }

  private void field(Variable.Field field, Optional<Frame> frame) {
    if (!seen.add(field.decl())) {
      return;
    }
    boolean set = field.decl().init().isPresent();
    field.decl().init().ifPresent(i -> field.code().ifPresent(c -> visit(i, c, Optional.empty())));
    for (Code code : field.owner().codes()) {
      for (Change change : Change.of(field.name(), code)) {
        if (change.meansField(field, at.typer(), code)) {
          set = true;
          visit(change.value(), code, frame);
        }
      }
      if (code.method().filter(m -> m.decl().isConstructor()).isPresent()) {
        changes(field.name(), code, frame);
      }
    }
    if (!set) {
      bean(field);
    }
  }

  private void parameter(Variable.Parameter p, Optional<Frame> frame) {
    Optional<Frame> call = Frame.of(p.method(), frame);
    if (call.isPresent() && p.position() < call.get().args().size()) {
      visit(call.get().args().get(p.position()), call.get().code(), call.get().outer());
      return;
    }
    if (!seen.add(p.param())) {
      return;
    }
    List<Callers.Caller> found = callers.of(p.method());
    for (Callers.Caller caller : found) {
      if (p.position() < caller.args().size()) {
        visit(caller.args().get(p.position()), caller.code(), Optional.empty());
      }
    }
    if (found.isEmpty()) {
      bean(p);
    }
  }

  /** What the factory of the bean gives that a container puts into a variable. */
  private void bean(Variable variable) {
    InjectionPoint place = InjectionPoint.of(variable, at.typer()).orElseThrow();
    if (!at.catalog().knows(place.type().name()) && at.project().find(place.type()).isEmpty()) {
      return;
    }
    List<Bean> fitting = beans.of(place.type());
    List<Bean> chosen = place.choose(fitting);
    if (fitting.size() == 1 || chosen.size() < fitting.size()) {
      chosen.stream()
          .flatMap(bean -> bean.factory().stream())
          .flatMap(factory -> factory.code().stream())
          .forEach(
              body ->
                  TextValues.returns(body.root(), body)
                      .forEach(r -> visit(r, body, Optional.empty())));
    }
  }
}
