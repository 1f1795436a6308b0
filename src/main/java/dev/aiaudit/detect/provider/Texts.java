package dev.aiaudit.detect.provider;

import dev.aiaudit.configsource.ConfigValue;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.resolve.bean.InjectionPoint;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a string expression can say: literals, constants, formats, settings with their
 * defaults.
 */
final class Texts {
  /** Stands for a part that only run time knows; in a host it is matched by a star. */
  private static final String HOLE = "x";

  private static final int MAX_DEPTH = 12;

  private static final Set<String> FORMATS = Set.of("format", "formatted");

  private final Basis at;
  private final Flow flow;
  private final Properties properties;
  private int depth;

  Texts(Basis at, Flow flow) {
    this.at = at;
    this.flow = flow;
    this.properties = new Properties(at);
  }

  /** The values of an expression. */
  Text of(Spot spot) {
    if (depth >= MAX_DEPTH) {
      return Text.OPEN;
    }
    depth++;
    try {
      Text out = Text.NONE;
      Text weak = Text.NONE;
      for (Leaf leaf : flow.follow(spot)) {
        if (leaf instanceof Leaf.Value v) {
          out = out.or(value(v.spot()));
        } else if (leaf instanceof Leaf.Open o && o.uncalled()) {
          weak = weak.or(open(o));
        } else {
          out = out.or(open((Leaf.Open) leaf));
        }
      }
      return out.isEmpty() ? weak : out;
    } finally {
      depth--;
    }
  }

  private Text value(Spot spot) {
    Expr e = spot.expr();
    if (e instanceof Expr.Literal literal) {
      return literal.is(Expr.Literal.Kind.NULL) ? Text.NONE : Text.of(literal.value());
    }
    if (e instanceof Expr.Binary binary && binary.operator().equals("+")) {
      return joined(of(spot.at(binary.left())), of(spot.at(binary.right())));
    }
    if (e instanceof Expr.Call call) {
      return call(call, spot);
    }
    if (e instanceof Expr.FieldAccess || e instanceof Expr.Name) {
      String name = e instanceof Expr.Name n ? n.id() : ((Expr.FieldAccess) e).name();
      return at.modelConstant(name).map(Text::of).orElse(Text.OPEN);
    }
    return e instanceof Expr.New creation && !creation.args().isEmpty()
        ? of(spot.at(creation.args().get(0)))
        : Text.OPEN;
  }

  private static Text joined(Text left, Text right) {
    if (left.values().isEmpty() && right.values().isEmpty()) {
      return left.or(right);
    }
    Text out = Text.NONE;
    for (String l : left.values().isEmpty() ? List.of(HOLE) : left.values()) {
      for (String r : right.values().isEmpty() ? List.of(HOLE) : right.values()) {
        out = out.or(Text.of(l + r));
      }
    }
    boolean host = !left.open() || out.values().stream().anyMatch(v -> v.startsWith("http"));
    return new Text(out.values(), !host);
  }

  private Text call(Expr.Call call, Spot spot) {
    if (FORMATS.contains(call.name())) {
      return format(call, spot);
    }
    Callee callee = at.typer().callee(call, spot.code());
    if (!callee.methods().isEmpty()) {
      return properties.mapped(callee.methods().get(0)).orElse(Text.OPEN);
    }
    if (isSetting(callee)) {
      return setting(call, spot);
    }
    boolean onType =
        call.scope().isEmpty()
            || call.scope().get() instanceof Expr.Name n
                && at.typer().variable(n.id(), n, spot.code()).isEmpty();
    Text out = Text.NONE;
    if (!onType) {
      out = of(spot.at(call.scope().get()));
    }
    boolean falls = call.name().startsWith("orElse") || call.name().equals("getOrDefault");
    if (onType || falls) {
      for (Expr arg : call.args()) {
        out = out.or(of(spot.at(arg)));
      }
    }
    return out.isEmpty() ? Text.OPEN : out;
  }

  /** Look-ups by key: of the environment, of system properties, of a framework's settings. */
  private static boolean isSetting(Callee callee) {
    String name = callee.name();
    return name.equals("getenv")
        || name.startsWith("getProp")
        || name.equals("getRequiredProperty")
        || name.equals("getConfigValue")
        || name.equals("getOptionalValue")
        || name.equals("getValue");
  }

  private Text setting(Expr.Call call, Spot spot) {
    if (call.args().isEmpty()) {
      return Text.OPEN;
    }
    String module = at.moduleOf(spot.code());
    Text out = Text.NONE;
    for (String key : of(spot.at(call.args().get(0))).values()) {
      Optional<ConfigValue> value =
          call.name().equals("getenv")
              ? at.config().configuration().variable(module, key)
              : at.setting(module, key);
      if (value.isPresent()) {
        out = out.or(Properties.text(value.get()));
      }
    }
    if (out.isEmpty() && call.args().size() > 1) {
      out = of(spot.at(call.args().get(1)));
    }
    return out.isEmpty() ? Text.OPEN : out;
  }

  private Text format(Expr.Call call, Spot spot) {
    boolean method = call.name().equals("formatted");
    Optional<Expr> pattern = method ? call.scope() : call.args().stream().findFirst();
    List<Expr> args =
        method || call.args().isEmpty() ? call.args() : call.args().subList(1, call.args().size());
    if (pattern.isEmpty()) {
      return Text.OPEN;
    }
    Text out = Text.NONE;
    for (String template : of(spot.at(pattern.get())).values()) {
      String text = template;
      for (Expr arg : args) {
        String part = of(spot.at(arg)).values().stream().findFirst().orElse(HOLE);
        int hole = text.indexOf("%s");
        text = hole < 0 ? text : text.substring(0, hole) + part + text.substring(hole + 2);
      }
      out = out.or(Text.of(text));
    }
    return out.isEmpty() ? Text.OPEN : out;
  }

  private Text open(Leaf.Open leaf) {
    Variable variable = leaf.variable();
    if (variable instanceof Variable.Field field) {
      return annotated(field.decl().annotations(), field.owner())
          .or(() -> properties.field(field))
          .orElse(Text.OPEN);
    }
    if (variable instanceof Variable.Parameter p) {
      DeclaredMethod method = p.method();
      return annotated(p.param().annotations(), method.owner())
          .or(() -> setter(method))
          .orElse(Text.OPEN);
    }
    return Text.OPEN;
  }

  /** A setter may carry the annotation instead of its parameter. */
  private Optional<Text> setter(DeclaredMethod method) {
    boolean only = method.decl().params().size() == 1 && !method.decl().isConstructor();
    return only ? annotated(method.decl().annotations(), method.owner()) : Optional.empty();
  }

  /**
   * {@code @Value("${key:default}")}, {@code @ConfigProperty(name, defaultValue)}, Micronaut's
   * {@code @Property}.
   */
  private Optional<Text> annotated(List<Annotation> annotations, DeclaredType owner) {
    String module = at.moduleOf(owner);
    for (Annotation a : annotations) {
      Optional<Text> found =
          switch (a.simpleName()) {
            case "Value" -> member(a, "value", owner).map(v -> placeholders(v, module));
            case "ConfigProperty", "Property" ->
                member(a, "name", owner).map(key -> key(key, a, module, owner));
            default -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Text key(String key, Annotation a, String module, DeclaredType owner) {
    return at.setting(module, key)
        .map(Properties::text)
        .or(() -> member(a, "defaultValue", owner).map(Text::of))
        .orElse(Text.OPEN);
  }

  private Text placeholders(String text, String module) {
    Optional<String> resolved = at.config().configuration().resolve(module, text);
    if (resolved.isPresent()) {
      return resolved.get().contains("#{") ? Text.OPEN : Text.of(resolved.get());
    }
    return Text.OPEN;
  }

  private Optional<String> member(Annotation a, String name, DeclaredType owner) {
    return a.member(name).flatMap(e -> constant(e, owner));
  }

  /** A literal or a constant; an annotation stands outside of any code. */
  private Optional<String> constant(Expr e, DeclaredType owner) {
    Optional<String> literal = InjectionPoint.literal(e);
    if (literal.isPresent() || owner.codes().isEmpty()) {
      return literal;
    }
    Code any = owner.codes().get(0);
    return of(Spot.of(e, any)).values().stream().findFirst();
  }
}
