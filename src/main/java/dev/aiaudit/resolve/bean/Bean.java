package dev.aiaudit.resolve.bean;

import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object that a container makes and hands out.
 *
 * @param type its declared type
 * @param names its names
 * @param primary whether it is preferred to others, and surely there
 * @param factory the method that makes it; empty for an annotated class
 */
public record Bean(
    JavaType type, Set<String> names, boolean primary, Optional<DeclaredMethod> factory) {

  /** Copies the names. */
  public Bean {
    names = Set.copyOf(names);
  }

  /** The bean that a factory method makes. */
  static Bean made(DeclaredMethod method, JavaType type) {
    List<Annotation> annotations = method.decl().annotations();
    Set<String> names = new LinkedHashSet<>();
    annotations.stream()
        .filter(a -> a.simpleName().equals("Bean") || a.simpleName().equals("Named"))
        .flatMap(a -> a.member("name").or(() -> a.member("value")).stream())
        .forEach(v -> texts(v, names));
    InjectionPoint.qualifier(annotations).ifPresent(names::add);
    names.add(method.name());
    return new Bean(type, names, isPrimary(annotations), Optional.of(method));
  }

  /** The bean that a class with an annotation is. */
  static Bean annotated(DeclaredType type) {
    Set<String> names = new LinkedHashSet<>();
    type.decl().annotations().stream()
        .flatMap(a -> a.member("value").stream())
        .forEach(v -> texts(v, names));
    String simple = type.decl().name();
    names.add(Character.toLowerCase(simple.charAt(0)) + simple.substring(1));
    return new Bean(type.type(), names, isPrimary(type.decl().annotations()), Optional.empty());
  }

  /** The class around the factory method, or the annotated class itself. */
  public Optional<DeclaredType> home(Project project) {
    return factory.map(DeclaredMethod::owner).or(() -> project.find(type));
  }

  private static void texts(Expr value, Set<String> out) {
    List<Expr> values = value instanceof Expr.ArrayOf array ? array.values() : List.of(value);
    values.forEach(v -> InjectionPoint.literal(v).ifPresent(out::add));
  }

  private static boolean isPrimary(List<Annotation> annotations) {
    return annotations.stream().anyMatch(a -> a.simpleName().equals("Primary"))
        && annotations.stream().noneMatch(Bean::isCondition);
  }

  /** Whether the bean may be missing, so that another one is injected in its place. */
  private static boolean isCondition(Annotation annotation) {
    String name = annotation.simpleName();
    return name.startsWith("Conditional") || name.equals("Profile") || name.equals("Requires");
  }
}
