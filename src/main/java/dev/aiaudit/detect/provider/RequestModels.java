package dev.aiaudit.detect.provider;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ids of the models that a request itself asks for: in an argument, in the options, in the
 * builder of the request object. They count before what its client is set to.
 */
final class RequestModels {
  private static final int MAX_DEPTH = 7;
  private static final int MAX_OBJECTS = 60;
  private static final int LONGEST = 120;

  private final Basis at;
  private final Flow flow;
  private final Texts texts;
  private final Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> found = new TreeSet<>();

  private RequestModels(Basis at, Flow flow, Texts texts) {
    this.at = at;
    this.flow = flow;
    this.texts = texts;
  }

  /** The models of one request; empty when it names none. */
  static Set<String> of(Expr request, Code code, Basis at, Flow flow, Texts texts) {
    RequestModels reader = new RequestModels(at, flow, texts);
    if (request instanceof Expr.Call call) {
      reader.built(Spot.of(call, code), 0);
    }
    return reader.found;
  }

  private void built(Spot spot, int depth) {
    if (depth > MAX_DEPTH || seen.size() > MAX_OBJECTS || !seen.add(spot.expr())) {
      return;
    }
    Construction made = Construction.of(spot, at);
    for (Expr model : made.models()) {
      texts.of(spot.at(model)).values().stream().filter(RequestModels::isId).forEach(found::add);
    }
    if (depth > 0) {
      made.root().ifPresent(r -> object(spot.at(r), depth + 1));
    }
    made.args().forEach(a -> object(spot.at(a), depth + 1));
  }

  private static boolean isId(String text) {
    return !text.isBlank()
        && text.length() < LONGEST
        && text.chars().noneMatch(c -> Character.isWhitespace(c) || c == '{' || c == '$');
  }

  /** Follows an object that takes part in the request to where it is made. */
  private void object(Spot spot, int depth) {
    if (depth > MAX_DEPTH || !mayCarry(spot)) {
      return;
    }
    setters(spot, depth);
    for (Leaf leaf : flow.follow(spot)) {
      if (leaf instanceof Leaf.Value v
          && (v.spot().expr() instanceof Expr.Call || v.spot().expr() instanceof Expr.New)) {
        built(v.spot(), depth);
      }
    }
  }

  /** Texts and clients say nothing of the request. */
  private boolean mayCarry(Spot spot) {
    Expr e = spot.expr();
    if (e instanceof Expr.Literal || e instanceof Expr.ClassLiteral || e instanceof Expr.Lambda) {
      return false;
    }
    JavaType type = at.typer().typeOf(e, spot.code());
    String name = type.simpleName();
    return !type.is("java.lang.String") || e instanceof Expr.Name || e instanceof Expr.Call
        ? !(at.isAi(type) && (name.endsWith("Model") || name.endsWith("Client")))
        : false;
  }

  /** {@code request.setModel(..)} on the variable that holds the object. */
  private void setters(Spot spot, int depth) {
    Optional<Variable> variable = flow.variable(spot);
    if (variable.isEmpty() || !(spot.expr() instanceof Expr.Name name) || !seen.add(name)) {
      return;
    }
    Nodes.walk(
        spot.code().root(),
        node -> {
          if (node instanceof Expr.Call call
              && call.scope().isPresent()
              && call.scope().get() instanceof Expr.Name n
              && n.id().equals(name.id())) {
            set(call, spot, depth);
          }
        });
  }

  private void set(Expr.Call call, Spot spot, int depth) {
    if (call.args().size() != 1) {
      return;
    }
    Expr value = call.args().get(0);
    String property = SetterNames.property(call.name());
    if (at.catalog().modelSetters().contains(property)) {
      texts.of(spot.at(value)).values().stream().filter(RequestModels::isId).forEach(found::add);
    } else if (!property.equals(call.name())) {
      object(spot.at(value), depth + 1);
    }
  }
}
