package dev.aiaudit.resolve;

import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Stmt;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares arguments with parameters: which overload fits, and what its type parameters are. */
final class Inference {
  private final Project project;
  private final Typer typer;

  Inference(Project project, Typer typer) {
    this.project = project;
    this.typer = typer;
  }

  /**
   * How well the arguments fit the parameters; each known match counts, each contradiction more.
   */
  int fit(DeclaredMethod method, List<Expr> args, Code code) {
    int score = 0;
    int params = method.decl().params().size();
    for (int i = 0; i < args.size(); i++) {
      int position = Math.min(i, params - 1);
      if (position < 0) {
        break;
      }
      JavaType param = typer.parameterType(method, position);
      if (method.decl().params().get(position).varArgs()) {
        param = param.element();
        score--;
      }
      score += fit(param, args.get(i), code);
    }
    return score;
  }

  private int fit(JavaType param, Expr arg, Code code) {
    if (arg instanceof Expr.Lambda || arg instanceof Expr.MethodRef) {
      return param.is("java.lang.String") || isPrimitive(param) ? -4 : 0;
    }
    JavaType type = typer.typeOf(arg, code);
    if (!type.isKnown() || !param.isKnown()) {
      return 0;
    }
    if (type.name().equals(param.name()) && type.dimensions() == param.dimensions()) {
      return 2;
    }
    if (isPrimitive(type) || isPrimitive(param)) {
      return isPrimitive(type) && isPrimitive(param) ? 0 : boxed(type, param);
    }
    return project.isSubtype(type, param.name()) || param.is("java.lang.Object") ? 1 : -4;
  }

  private static int boxed(JavaType a, JavaType b) {
    String primitive = isPrimitive(a) ? a.name() : b.name();
    String other = isPrimitive(a) ? b.simpleName() : a.simpleName();
    boolean box =
        other.toLowerCase(java.util.Locale.ROOT).startsWith(primitive) || other.equals("Object");
    return box ? 1 : -4;
  }

  private static boolean isPrimitive(JavaType type) {
    return type.dimensions() == 0
        && type.name().indexOf('.') < 0
        && type.isKnown()
        && Character.isLowerCase(type.name().isEmpty() ? 'A' : type.name().charAt(0));
  }

  /** Adds what the arguments say about the type parameters of a method. */
  void infer(DeclaredMethod method, List<Expr> args, Code code, Map<String, JavaType> variables) {
    int params = method.decl().params().size();
    for (int i = 0; i < Math.min(args.size(), params); i++) {
      unify(typer.parameterType(method, i), args.get(i), code, variables);
    }
  }

  private void unify(JavaType param, Expr arg, Code code, Map<String, JavaType> variables) {
    if (arg instanceof Expr.Lambda lambda) {
      // Supplier<T>, Function<A, T>: the last type argument is what the body yields.
      if (!param.arguments().isEmpty()) {
        JavaType last = param.argument(param.arguments().size() - 1);
        bind(last, bodyType(lambda, code), variables);
      }
      return;
    }
    bind(param, typer.typeOf(arg, code), variables);
  }

  private static void bind(JavaType param, JavaType actual, Map<String, JavaType> variables) {
    if (actual.kind() != JavaType.Kind.KNOWN) {
      return;
    }
    if (param.kind() == JavaType.Kind.VARIABLE && param.dimensions() == 0) {
      variables.putIfAbsent(param.name(), actual);
      return;
    }
    for (int i = 0; i < Math.min(param.arguments().size(), actual.arguments().size()); i++) {
      bind(param.argument(i), actual.argument(i), variables);
    }
  }

  /** What a lambda's body yields. */
  JavaType bodyType(Expr.Lambda lambda, Code code) {
    if (lambda.body() instanceof Expr value) {
      return typer.typeOf(value, code);
    }
    return returned((Stmt) lambda.body(), code).orElse(JavaType.UNKNOWN);
  }

  private Optional<JavaType> returned(Stmt body, Code code) {
    JavaType[] found = new JavaType[1];
    walkOwn(
        body,
        r -> {
          JavaType type = r.value().map(v -> typer.typeOf(v, code)).orElse(JavaType.UNKNOWN);
          if (found[0] == null && type.isKnown()) {
            found[0] = type;
          }
        });
    return Optional.ofNullable(found[0]);
  }

  /** Visits the return statements of a body but not those of lambdas inside. */
  private static void walkOwn(
      dev.aiaudit.syntax.Node node, java.util.function.Consumer<Stmt.Return> visitor) {
    if (node instanceof Stmt.Return r) {
      visitor.accept(r);
    }
    if (!(node instanceof Expr)) {
      node.children().forEach(c -> walkOwn(c, visitor));
    }
  }
}
