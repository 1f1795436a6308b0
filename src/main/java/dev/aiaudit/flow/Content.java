package dev.aiaudit.flow;

import dev.aiaudit.model.Handling;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.MethodDecl;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether an answer has content of its own beside what it says about the failure: filled
 * collections do, a flag and an empty page do not.
 */
final class Content {
  /** Factories of collections and maps from their elements. */
  private static final Set<String> FACTORIES =
      Set.of("of", "asList", "ofEntries", "entry", "singletonList", "singletonMap", "copyOf");

  private static final Set<String> PLAIN =
      Set.of(
          "java.lang.String",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Boolean",
          "java.lang.Double",
          "java.lang.Object");

  private final FlowKnowledge knowledge;
  private final Values values;

  Content(FlowKnowledge knowledge, Values values) {
    this.knowledge = knowledge;
    this.values = values;
  }

  /**
   * Whether the parts of an answer carry more than an apology among them: a collection of things,
   * or more than one collection of words or numbers.
   */
  boolean outweighs(List<? extends Expr> parts, Situation at) {
    int words = 0;
    for (Expr part : parts) {
      Optional<Boolean> things = collection(part, at);
      if (things.isPresent() && things.get()) {
        return true;
      }
      words += things.isPresent() ? 1 : 0;
    }
    return words > 1;
  }

  /** Whether a part is a filled collection, and if so, whether its elements are things. */
  private Optional<Boolean> collection(Expr part, Situation at) {
    if (part instanceof Expr.Name name) {
      if (at.isFilled(name.id())) {
        return Optional.of(true);
      }
      Optional<Variable> variable = knowledge.typer().variable(name.id(), name, at.code());
      boolean own =
          variable.filter(v -> v instanceof Variable.Local).isPresent()
              && at.variable(name.id()).filter(h -> h == Handling.STATIC).isPresent();
      return own ? ofType(knowledge.typer().typeOf(name, at.code())) : Optional.empty();
    }
    if (part instanceof Expr.ArrayOf array) {
      return filled(array.values(), at);
    }
    if (!(part instanceof Expr.Call call)) {
      return Optional.empty();
    }
    if (FACTORIES.contains(call.name())) {
      return filled(call.args(), at);
    }
    boolean computed =
        !call.args().isEmpty()
            && !knowledge.typer().callee(call, at.code()).methods().isEmpty()
            && values.of(call, at) == Handling.STATIC;
    return computed ? ofType(knowledge.typer().typeOf(call, at.code())) : Optional.empty();
  }

  private Optional<Boolean> filled(List<Expr> elements, Situation at) {
    if (elements.isEmpty() || values.ofParts(elements, at) != Handling.STATIC) {
      return Optional.empty();
    }
    return Optional.of(elements.stream().anyMatch(Content::isThing));
  }

  private static boolean isThing(Expr element) {
    return element instanceof Expr.New creation && !creation.args().isEmpty()
        || element instanceof Expr.Call call && call.args().stream().anyMatch(Content::isWord);
  }

  private static boolean isWord(Expr arg) {
    return arg instanceof Expr.Literal || isThing(arg);
  }

  private Optional<Boolean> ofType(JavaType type) {
    if (type.dimensions() > 0) {
      return Optional.of(!PLAIN.contains(type.element().name()));
    }
    if (!isCollection(type)) {
      return Optional.empty();
    }
    List<JavaType> arguments = type.arguments();
    JavaType last = arguments.isEmpty() ? JavaType.UNKNOWN : arguments.get(arguments.size() - 1);
    return Optional.of(last.isKnown() && !PLAIN.contains(last.name()));
  }

  private boolean isCollection(JavaType type) {
    String name = type.name();
    return name.startsWith("java.util.")
        && knowledge.types().container(name).isPresent()
        && !name.startsWith("java.util.Optional")
        && !name.startsWith("java.util.concurrent.");
  }

  /** {@code put}, {@code add} or {@code append} of things, or in a loop over things. */
  boolean fills(Expr.Call change, List<Expr> given, Situation at) {
    if (outweighs(given, at)) {
      return true;
    }
    Set<String> loopVariables = new java.util.HashSet<>();
    Code code = at.code();
    for (Optional<Node> n = code.parent(change); n.isPresent(); n = code.parent(n.get())) {
      if (n.get() instanceof Stmt.ForEach loop) {
        if (at.caught().filter(c -> Conditions.mentions(loop.iterable(), c)).isPresent()) {
          return false;
        }
        loopVariables.add(loop.name());
      } else if (n.get() instanceof Stmt.Loop loop) {
        loopVariables.addAll(locals(loop));
      } else if (n.get() instanceof Expr.Lambda) {
        break;
      }
    }
    return given.stream()
        .anyMatch(g -> loopVariables.stream().anyMatch(v -> Conditions.mentions(g, v)));
  }

  private static List<String> locals(Stmt.Loop loop) {
    List<String> out = new ArrayList<>();
    Nodes.walk(
        loop.body(),
        n -> {
          if (n instanceof Stmt.Local local) {
            out.add(local.name());
          }
        });
    return out;
  }

  /**
   * Whether a method that fills something it is given, such as the model of a page, is given
   * nothing to fill it with.
   */
  boolean madeOfNothing(Expr.Call call, List<DeclaredMethod> bodies, Situation at) {
    if (bodies.size() != 1 || call.args().size() < 2) {
      return false;
    }
    MethodDecl method = bodies.get(0).decl();
    boolean target = false;
    boolean nothing = false;
    for (int i = 0; i < Math.min(call.args().size(), method.params().size()); i++) {
      Expr arg = call.args().get(i);
      if (isEmptyCollection(arg)) {
        nothing = true;
      } else if (isChanged(method.params().get(i).name(), bodies.get(0))) {
        target = true;
      } else {
        return false;
      }
    }
    return target && nothing;
  }

  private static boolean isEmptyCollection(Expr arg) {
    if (arg instanceof Expr.Call call) {
      return call.args().isEmpty() && (call.name().equals("of") || call.name().startsWith("empty"));
    }
    return arg instanceof Expr.New creation
        && creation.args().isEmpty()
        && (creation.type().simpleName().endsWith("List")
            || creation.type().simpleName().endsWith("Map")
            || creation.type().simpleName().endsWith("Set"));
  }

  private static boolean isChanged(String param, DeclaredMethod method) {
    boolean[] found = new boolean[1];
    method
        .code()
        .ifPresent(
            code ->
                Nodes.walk(
                    code.root(),
                    n ->
                        found[0] |=
                            n instanceof Expr.Call c
                                && Changes.isChange(c.name())
                                && c.scope()
                                    .filter(s -> s instanceof Expr.Name o && o.id().equals(param))
                                    .isPresent()));
    return found[0];
  }

  /**
   * Whether a call names a complete decision, such as {@code Verdict.allow()}: a constant with a
   * flag that is set, which the same class also answers when nothing has failed.
   */
  boolean isVerdict(Expr.Call call, List<DeclaredMethod> bodies, Situation at) {
    return call.args().isEmpty()
        && call.scope().isPresent()
        && bodies.size() == 1
        && bodies.get(0).code().filter(Content::makesFlag).isPresent()
        && at.code().owner().methods().stream()
            .flatMap(m -> m.code().stream())
            .anyMatch(c -> answersAlso(c, call));
  }

  private static boolean makesFlag(Code factory) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        factory.root(),
        n ->
            found[0] |=
                n instanceof Expr.New made
                    && made.args().stream()
                        .anyMatch(
                            a ->
                                a instanceof Expr.Literal flag
                                    && flag.is(Expr.Literal.Kind.BOOLEAN)
                                    && flag.value().equals("true")));
    return found[0];
  }

  private static boolean answersAlso(Code code, Expr.Call call) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        code.root(),
        n ->
            found[0] |=
                n instanceof Stmt.Return answer
                    && answer.value().filter(v -> v != call && isSame(v, call)).isPresent()
                    && !Alternates.inHandler(n, code));
    return found[0];
  }

  private static boolean isSame(Expr value, Expr.Call call) {
    return value instanceof Expr.Call other
        && other.name().equals(call.name())
        && other.args().isEmpty()
        && other.scope().isPresent()
        && other.scope().get() instanceof Expr.Name a
        && call.scope().get() instanceof Expr.Name b
        && a.id().equals(b.id());
  }
}
