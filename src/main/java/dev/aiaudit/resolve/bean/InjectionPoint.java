package dev.aiaudit.resolve.bean;

import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Param;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A place that a container fills.
 *
 * @param type what is wanted
 * @param name name of the field or parameter
 * @param annotations those of the field or parameter, and of the constructor's parameter of the
 *     same name that a field is set from
 * @param owner the type around it
 */
public record InjectionPoint(
    JavaType type, String name, List<Annotation> annotations, DeclaredType owner) {
  private static final Set<String> QUALIFIERS =
      Set.of("Qualifier", "Named", "Resource", "ModelName", "Identifier");

  /** Copies the annotations. */
  public InjectionPoint {
    annotations = List.copyOf(annotations);
  }

  /** The place behind a variable that no code sets. */
  public static Optional<InjectionPoint> of(Variable variable, Typer typer) {
    JavaType type = typer.typeOf(variable);
    if (variable instanceof Variable.Field f) {
      return Optional.of(new InjectionPoint(type, f.name(), annotations(f), f.owner()));
    }
    return variable instanceof Variable.Parameter p
        ? Optional.of(
            new InjectionPoint(type, p.name(), p.param().annotations(), p.method().owner()))
        : Optional.empty();
  }

  private static List<Annotation> annotations(Variable.Field field) {
    Stream<Annotation> given =
        field.owner().methods().stream()
            .filter(m -> m.decl().isConstructor())
            .flatMap(m -> m.decl().params().stream())
            .filter(p -> p.name().equals(field.name()))
            .map(Param::annotations)
            .flatMap(List::stream);
    return Stream.concat(field.decl().annotations().stream(), given).toList();
  }

  /**
   * The beans that the place gets of those that fit by type: the ones that a qualifier names, else
   * the primary ones, else those that are called like the place, else all.
   *
   * <p>Source: Spring Framework reference, "Fine-tuning Annotation-based Autowiring".
   */
  public List<Bean> choose(List<Bean> fitting) {
    Optional<String> qualifier = qualifier();
    if (qualifier.isPresent()) {
      return only(fitting, b -> b.names().contains(qualifier.get()));
    }
    List<Bean> primary = only(fitting, Bean::primary);
    if (!primary.isEmpty()) {
      return primary;
    }
    List<Bean> named = only(fitting, b -> b.names().contains(name));
    return named.isEmpty() ? fitting : named;
  }

  private static List<Bean> only(List<Bean> beans, Predicate<Bean> choice) {
    return beans.stream().filter(choice).toList();
  }

  /** The same place, for another type that the container needs first. */
  public InjectionPoint wanting(String other, String otherName) {
    return new InjectionPoint(JavaType.known(other), otherName, List.of(), owner);
  }

  /** The same place with what is inside a holder or collection. */
  public InjectionPoint inside() {
    JavaType element = type.argument(type.arguments().size() - 1);
    return new InjectionPoint(element, name, annotations, owner);
  }

  /** The name that a qualifier asks for. */
  public Optional<String> qualifier() {
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
  public static Optional<String> literal(Expr e) {
    return e instanceof Expr.Literal l && l.is(Expr.Literal.Kind.STRING)
        ? Optional.of(l.value())
        : Optional.empty();
  }
}
