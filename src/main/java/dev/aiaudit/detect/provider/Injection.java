package dev.aiaudit.detect.provider;

import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place that a container fills.
 *
 * @param type what is wanted
 * @param name name of the field or parameter
 * @param annotations those of the field or parameter
 * @param owner the type around it
 */
record Injection(JavaType type, String name, List<Annotation> annotations, DeclaredType owner) {
  private static final Set<String> COMPONENTS =
      Set.of(
          "Component",
          "Service",
          "Repository",
          "Controller",
          "RestController",
          "Configuration",
          "SpringBootApplication",
          "AutoConfiguration",
          "ConfigurationProperties",
          "ControllerAdvice",
          "Singleton",
          "ApplicationScoped",
          "RequestScoped",
          "SessionScoped",
          "Dependent",
          "Named",
          "Path",
          "Factory",
          "Prototype",
          "Stateless",
          "ServerEndpoint",
          "GrpcService",
          "WebSocket",
          "Route",
          "Agent",
          "ShellComponent",
          "QuarkusMain",
          "AiService",
          "RegisterAiService");

  private static final Set<String> FACTORY_METHODS =
      Set.of(
          "Bean", "Produces", "Autowired", "Inject", "Singleton", "ApplicationScoped", "Provides");

  private static final Set<String> QUALIFIERS =
      Set.of("Qualifier", "Named", "Resource", "ModelName", "Identifier");

  /** Whether a container makes the objects of a type. */
  static boolean managed(DeclaredType type) {
    return type.decl().annotations().stream().anyMatch(a -> COMPONENTS.contains(a.simpleName()));
  }

  /** Whether a container calls a method or constructor. */
  static boolean injects(DeclaredMethod method) {
    return method.decl().annotations().stream()
            .anyMatch(a -> FACTORY_METHODS.contains(a.simpleName()))
        || method.decl().isConstructor() && managed(method.owner());
  }

  /** Whether a method makes a bean. */
  static boolean produces(DeclaredMethod method) {
    return !method.decl().isConstructor()
        && method.decl().annotations().stream()
            .map(Annotation::simpleName)
            .anyMatch(
                a -> FACTORY_METHODS.contains(a) && !a.equals("Autowired") && !a.equals("Inject"));
  }

  /** The place behind a variable that no code sets. */
  static Optional<Injection> of(Variable variable, Basis at) {
    JavaType type = at.typer().typeOf(variable);
    if (variable instanceof Variable.Field f) {
      return Optional.of(new Injection(type, f.name(), f.decl().annotations(), f.owner()));
    }
    return variable instanceof Variable.Parameter p
        ? Optional.of(new Injection(type, p.name(), p.param().annotations(), p.method().owner()))
        : Optional.empty();
  }

  /** The same place, for another type that the container needs first. */
  Injection wanting(String other, String otherName) {
    return new Injection(JavaType.known(other), otherName, List.of(), owner);
  }

  /** The same place with what is inside a holder or collection. */
  Injection inside() {
    JavaType element = type.argument(type.arguments().size() - 1);
    return new Injection(element, name, annotations, owner);
  }

  /** The name that a qualifier asks for. */
  Optional<String> qualifier() {
    return qualifier(annotations);
  }

  static Optional<String> qualifier(List<Annotation> annotations) {
    return annotations.stream()
        .filter(a -> QUALIFIERS.contains(a.simpleName()))
        .flatMap(a -> a.member("value").or(() -> a.member("name")).stream())
        .flatMap(v -> literal(v).stream())
        .findFirst();
  }

  /** The text of a string literal. */
  static Optional<String> literal(Expr e) {
    return e instanceof Expr.Literal l && l.is(Expr.Literal.Kind.STRING)
        ? Optional.of(l.value())
        : Optional.empty();
  }
}
