package dev.aiaudit.detect.provider;

import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What code gives to an object that it makes or adapts: by a constructor, a static factory, a chain
 * of builder methods.
 *
 * @param root the value at the start of the chain; empty when the chain starts with a type
 * @param types the types along the chain, result first
 * @param urls expressions that are its base URL
 * @param models expressions that are a model id
 * @param args other arguments, in order
 */
record Construction(
    Optional<Expr> root,
    List<JavaType> types,
    List<Expr> urls,
    List<Expr> models,
    List<Expr> args) {

  private static final int MAX_LINKS = 120;

  /** The construction that an expression is: a call chain or an object creation. */
  static Construction of(Spot spot, Basis at) {
    Construction known = at.constructions().get(spot.expr());
    if (known == null) {
      known = read(spot, at);
      at.constructions().put(spot.expr(), known);
    }
    return known;
  }

  private static Construction read(Spot spot, Basis at) {
    Reader reader = new Reader(spot, at);
    Optional<Expr> root = reader.chain(spot.expr());
    return new Construction(root, reader.types, reader.urls, reader.models, reader.args);
  }

  /** Collects along one chain. */
  private static final class Reader {
    private final Spot spot;
    private final Basis at;
    private final Set<String> urlSetters;
    private final Set<String> modelSetters;
    private final List<JavaType> types = new ArrayList<>();
    private final List<Expr> urls = new ArrayList<>();
    private final List<Expr> models = new ArrayList<>();
    private final List<Expr> args = new ArrayList<>();

    Reader(Spot spot, Basis at) {
      this.spot = spot;
      this.at = at;
      this.urlSetters = at.catalog().baseUrlSetters();
      this.modelSetters = at.catalog().modelSetters();
    }

    Optional<Expr> chain(Expr start) {
      Expr e = start;
      for (int i = 0; i < MAX_LINKS && e instanceof Expr.Call call; i++) {
        type(e);
        link(call);
        if (call.scope().isEmpty()) {
          return Optional.empty();
        }
        e = call.scope().get();
      }
      type(e);
      if (e instanceof Expr.New creation) {
        created(creation);
        return Optional.empty();
      }
      return isType(e) ? Optional.empty() : Optional.of(e);
    }

    private void type(Expr e) {
      JavaType type = at.typer().typeOf(e, spot.code());
      if (type.isKnown()) {
        types.add(type);
      }
    }

    private boolean isType(Expr e) {
      return e instanceof Expr.Name name
          ? at.typer().variable(name.id(), name, spot.code()).isEmpty()
          : e instanceof Expr.FieldAccess access
              && Character.isUpperCase(access.name().charAt(0))
              && access.name().chars().anyMatch(Character::isLowerCase);
    }

    private void link(Expr.Call call) {
      String name = SetterNames.property(call.name());
      if (call.args().size() == 1 && urlSetters.contains(name)) {
        urls.add(call.args().get(0));
      } else if (call.args().size() == 1 && modelSetters.contains(name) && isId(call)) {
        models.add(call.args().get(0));
      } else {
        call.args().forEach(this::argument);
      }
    }

    /** {@code model(chatModel)} gives a client, {@code model("gpt-4o")} an id. */
    private boolean isId(Expr.Call call) {
      return !at.answers(at.typer().typeOf(call.args().get(0), spot.code()));
    }

    private void argument(Expr arg) {
      if (arg instanceof Expr.Lambda lambda) {
        inLambda(lambda.body());
      }
      if (at.namesModel(arg, spot.code())) {
        models.add(arg);
      } else {
        args.add(arg);
      }
    }

    /** A customizer lambda calls setters of the same kind. */
    private void inLambda(Node body) {
      Nodes.walk(
          body,
          node -> {
            if (node instanceof Expr.Call c && c.args().size() == 1) {
              setInLambda(c);
            }
          });
    }

    private void setInLambda(Expr.Call call) {
      String name = SetterNames.property(call.name());
      if (urlSetters.contains(name)) {
        urls.add(call.args().get(0));
      } else if (modelSetters.contains(name) && isId(call)) {
        models.add(call.args().get(0));
      }
    }

    /** Of a constructor, a text that looks like a URL or is called like one. */
    private void created(Expr.New creation) {
      for (Expr arg : creation.args()) {
        boolean text = at.typer().typeOf(arg, spot.code()).is("java.lang.String");
        if (text && urlLike(arg)) {
          urls.add(arg);
        } else {
          argument(arg);
        }
      }
    }

    private static boolean urlLike(Expr arg) {
      if (arg instanceof Expr.Literal literal) {
        return literal.value().startsWith("http");
      }
      String name = "";
      if (arg instanceof Expr.Name n) {
        name = n.id();
      } else if (arg instanceof Expr.FieldAccess f) {
        name = f.name();
      } else if (arg instanceof Expr.Call c) {
        name = c.name();
      }
      String lower = name.toLowerCase(java.util.Locale.ROOT);
      return lower.contains("url") || lower.contains("endpoint") || lower.contains("host");
    }
  }
}
