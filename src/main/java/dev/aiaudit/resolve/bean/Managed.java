package dev.aiaudit.resolve.bean;

import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.syntax.Annotation;
import java.util.Set;

/** What a container makes, calls and fills, told by annotations. */
public final class Managed {
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

  private Managed() {}

  /** Whether a container makes the objects of a type. */
  public static boolean objectsOf(DeclaredType type) {
    return type.decl().annotations().stream().anyMatch(a -> COMPONENTS.contains(a.simpleName()));
  }

  /** Whether a container calls a method or constructor. */
  public static boolean injects(DeclaredMethod method) {
    return method.decl().annotations().stream()
            .anyMatch(a -> FACTORY_METHODS.contains(a.simpleName()))
        || method.decl().isConstructor() && objectsOf(method.owner());
  }

  /** Whether a method makes a bean. */
  public static boolean produces(DeclaredMethod method) {
    return !method.decl().isConstructor()
        && method.decl().annotations().stream()
            .map(Annotation::simpleName)
            .anyMatch(
                a -> FACTORY_METHODS.contains(a) && !a.equals("Autowired") && !a.equals("Inject"));
  }
}
