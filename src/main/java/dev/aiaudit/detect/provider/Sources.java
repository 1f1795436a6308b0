package dev.aiaudit.detect.provider;

import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.resolve.bean.Managed;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The expressions that set a variable. */
final class Sources {
  /** Methods that put their last argument into the collection or holder they are called on. */
  private static final Set<String> FILLING =
      Set.of("put", "putIfAbsent", "add", "addAll", "putAll", "set", "computeIfAbsent", "addLast");

  private final Basis at;
  private final Callers callers;
  private final Map<DeclaredType, Map<String, List<Spot>>> writes = new IdentityHashMap<>();
  private final Map<Code, Map<String, List<Node>>> writing = new IdentityHashMap<>();

  Sources(Basis at) {
    this.at = at;
    this.callers = new Callers(at);
  }

  /** What a variable is set to anywhere; empty when the tree does not set it. */
  List<Spot> of(Variable variable, Spot use) {
    if (variable instanceof Variable.Local local) {
      return local(local, use.frame());
    }
    if (variable instanceof Variable.Field field) {
      return field(field);
    }
    if (variable instanceof Variable.Parameter parameter) {
      return parameter(parameter, use.frame());
    }
    if (variable instanceof Variable.Element element) {
      return List.of(new Spot(element.loop().iterable(), element.code(), use.frame()));
    }
    return variable instanceof Variable.LambdaParam p ? lambdaParam(p, use.frame()) : List.of();
  }

  private List<Spot> local(Variable.Local local, Frame frame) {
    List<Spot> out = new ArrayList<>();
    local
        .decl()
        .init()
        .filter(Sources::says)
        .ifPresent(i -> out.add(new Spot(i, local.code(), frame)));
    for (Node node : writing(local.code()).getOrDefault(local.name(), List.of())) {
      written(node, local.name())
          .filter(v -> declares(local, node))
          .ifPresent(v -> out.add(new Spot(v, local.code(), frame)));
    }
    return out;
  }

  /** The nodes of some code that set or fill a variable, by its name. */
  private Map<String, List<Node>> writing(Code code) {
    Map<String, List<Node>> known = writing.get(code);
    if (known == null) {
      Map<String, List<Node>> found = new HashMap<>();
      Nodes.walk(
          code.root(),
          node ->
              target(node)
                  .ifPresent(
                      name -> found.computeIfAbsent(name, n -> new ArrayList<>()).add(node)));
      known = found;
      writing.put(code, known);
    }
    return known;
  }

  private boolean declares(Variable.Local local, Node use) {
    return at.typer()
        .variable(local.name(), use, local.code())
        .filter(v -> v instanceof Variable.Local other && other.decl() == local.decl())
        .isPresent();
  }

  private List<Spot> field(Variable.Field field) {
    List<Spot> out = new ArrayList<>();
    field
        .decl()
        .init()
        .filter(Sources::says)
        .ifPresent(i -> field.code().ifPresent(c -> out.add(Spot.of(i, c))));
    out.addAll(
        writes
            .computeIfAbsent(field.owner(), Sources::writesOf)
            .getOrDefault(field.name(), List.of()));
    if (out.isEmpty() && field.owner().decl().kind() == TypeDecl.Kind.RECORD) {
      out.addAll(component(field));
    } else if (out.isEmpty() && !Managed.objectsOf(field.owner())) {
      out.addAll(callers.generatedArguments(field));
    }
    out.addAll(callers.builderArguments(field));
    return out;
  }

  /** The argument of the canonical constructor of a record. */
  private List<Spot> component(Variable.Field field) {
    int position = field.owner().decl().fields().indexOf(field.decl());
    return callers.creations(field.owner(), position);
  }

  /**
   * Assignments to fields, and fillings of fields, in all code of a type and of the types inside
   * it.
   */
  private static Map<String, List<Spot>> writesOf(DeclaredType type) {
    Map<String, List<Spot>> out = new HashMap<>();
    for (DeclaredType inside : type.file().types()) {
      if (inside != type && !inside.name().startsWith(type.name() + ".")) {
        continue;
      }
      for (Code code : inside.codes()) {
        Nodes.walk(
            code.root(),
            node ->
                target(node)
                    .ifPresent(
                        name ->
                            written(node, name)
                                .filter(v -> ownField(node, name, code, type))
                                .ifPresent(
                                    v ->
                                        out.computeIfAbsent(name, k -> new ArrayList<>())
                                            .add(Spot.of(v, code)))));
      }
    }
    return out;
  }

  private static boolean ownField(Node node, String name, Code code, DeclaredType type) {
    boolean declared = type.decl().fields().stream().anyMatch(f -> f.name().equals(name));
    boolean simple = !(node instanceof Expr.Assign a && a.target() instanceof Expr.FieldAccess);
    boolean hidden =
        simple
            && code.method().stream()
                .flatMap(m -> m.decl().params().stream())
                .anyMatch(p -> p.name().equals(name));
    return declared && !hidden;
  }

  private static Optional<String> target(Node node) {
    if (node instanceof Expr.Assign assign) {
      return name(assign.target());
    }
    return node instanceof Expr.Call call && FILLING.contains(call.name())
        ? call.scope().flatMap(Sources::name)
        : Optional.empty();
  }

  private static Optional<String> name(Expr e) {
    if (e instanceof Expr.Name name) {
      return Optional.of(name.id());
    }
    return e instanceof Expr.FieldAccess access && access.scope() instanceof Expr.This
        ? Optional.of(access.name())
        : Optional.empty();
  }

  /** The value that a node writes into the variable of that name. */
  private static Optional<Expr> written(Node node, String name) {
    if (!target(node).filter(name::equals).isPresent()) {
      return Optional.empty();
    }
    if (node instanceof Expr.Assign assign) {
      return Optional.of(assign.value()).filter(Sources::says);
    }
    List<Expr> args = ((Expr.Call) node).args();
    return args.isEmpty() ? Optional.empty() : Optional.of(args.get(args.size() - 1));
  }

  private static boolean says(Expr value) {
    return !(value instanceof Expr.Literal literal && literal.is(Expr.Literal.Kind.NULL));
  }

  private List<Spot> parameter(Variable.Parameter parameter, Frame frame) {
    Optional<Spot> argument = frame.argument(parameter.method(), parameter.position());
    if (argument.isPresent()) {
      return List.of(argument.get());
    }
    if (Managed.injects(parameter.method())) {
      return List.of();
    }
    return callers.arguments(parameter.method(), parameter.position());
  }

  /**
   * The values that a method of the tree hands to a lambda, else the object whose method takes the
   * lambda.
   */
  private List<Spot> lambdaParam(Variable.LambdaParam parameter, Frame frame) {
    Optional<Node> parent = parameter.code().parent(parameter.lambda());
    if (parent.isEmpty() || !(parent.get() instanceof Expr.Call call)) {
      return List.of();
    }
    Callee callee = at.typer().callee(call, parameter.code());
    int position = call.args().indexOf(parameter.lambda());
    if (position < 0) {
      return List.of();
    }
    List<Spot> out = new ArrayList<>();
    for (DeclaredMethod method : callee.methods()) {
      Frame inside = frame.enter(method, call.args(), parameter.code());
      method
          .code()
          .ifPresent(
              c ->
                  handed(method, position, parameter.position(), c)
                      .forEach(e -> out.add(new Spot(e, c, inside))));
    }
    if (out.isEmpty() && callee.methods().isEmpty()) {
      call.scope().ifPresent(s -> out.add(new Spot(s, parameter.code(), frame)));
    }
    return out;
  }

  /** Arguments of the calls on a functional parameter. */
  private static List<Expr> handed(DeclaredMethod method, int functional, int position, Code code) {
    if (functional >= method.decl().params().size()) {
      return List.of();
    }
    String name = method.decl().params().get(functional).name();
    List<Expr> out = new ArrayList<>();
    Nodes.walk(
        code.root(),
        node -> {
          if (node instanceof Expr.Call c
              && c.scope().isPresent()
              && c.scope().get() instanceof Expr.Name n
              && n.id().equals(name)
              && position < c.args().size()) {
            out.add(c.args().get(position));
          }
        });
    return out;
  }
}
