package dev.aiaudit.trace;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.resolve.bean.Bean;
import dev.aiaudit.resolve.bean.Beans;
import dev.aiaudit.resolve.bean.InjectionPoint;
import dev.aiaudit.resolve.bean.Managed;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of several beans of one type a call can reach: the one that the container injects. Where
 * nothing tells, any may be meant.
 */
final class InjectedBeans {
  private static final int MOST_BEANS = 40;
  private static final Set<String> CONTEXTS =
      Set.of("ApplicationContext", "BeanFactory", "BeanContext");

  private final Typer typer;
  private final Project project;
  private final Beans beans;
  private final Map<Bean, Set<String>> classes = new HashMap<>();

  InjectedBeans(Typer typer) {
    this.typer = typer;
    this.project = typer.project();
    this.beans = new Beans(project, List.of());
  }

  /** Whether the object on which a call is made may be one of the class of a method. */
  boolean admits(Expr.Call call, Code code, DeclaredMethod method) {
    return call.scope()
        .flatMap(scope -> typer.variable(scope, code))
        .filter(this::isInjected)
        .flatMap(variable -> InjectionPoint.of(variable, typer))
        .map(place -> admits(place, method.owner()))
        .orElse(true);
  }

  private boolean admits(InjectionPoint place, DeclaredType type) {
    List<Bean> fitting =
        project.find(place.type()).isPresent() ? beans.of(place.type()) : List.of();
    if (fitting.size() < 2
        || fitting.size() > MOST_BEANS
        || fitting.stream().noneMatch(b -> classes(b).contains(type.name()))) {
      return true;
    }
    List<Bean> chosen = place.choose(fitting);
    return chosen.isEmpty() || chosen.stream().anyMatch(b -> mayBe(b, type));
  }

  /**
   * A factory of which nobody can tell what it makes gives an object that is a bean by itself only
   * if it was given that.
   */
  private boolean mayBe(Bean bean, DeclaredType type) {
    Set<String> known = classes(bean);
    return known.contains(type.name())
        || known.isEmpty()
            && (!Managed.objectsOf(type) || bean.factory().filter(f -> takes(f, type)).isPresent());
  }

  private boolean takes(DeclaredMethod factory, DeclaredType type) {
    return factory.decl().params().stream()
        .map(p -> project.names().resolve(p.type(), factory.owner()))
        .flatMap(t -> Stream.concat(Stream.of(t), t.arguments().stream()))
        .anyMatch(
            t -> CONTEXTS.contains(t.simpleName()) || project.isSubtype(type.type(), t.name()));
  }

  /** Whether a container sets the variable, and no code does. */
  private boolean isInjected(Variable variable) {
    if (variable instanceof Variable.Field field) {
      return field.decl().init().isEmpty()
          && Managed.objectsOf(field.owner())
          && field.owner().codes().stream().noneMatch(code -> makes(code, field));
    }
    return variable instanceof Variable.Parameter p
        && (p.method().decl().isConstructor()
            ? Managed.objectsOf(p.method().owner())
            : Managed.produces(p.method()));
  }

  private boolean makes(Code code, Variable.Field field) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        code.root(),
        n ->
            found[0] |=
                n instanceof Expr.Assign assign
                    && !(assign.value() instanceof Expr.Name)
                    && typer
                        .variable(assign.target(), code)
                        .filter(v -> v instanceof Variable.Field f && f.decl() == field.decl())
                        .isPresent());
    return found[0];
  }

  /** Full names of the classes that the object of a bean may have; empty when not known. */
  private Set<String> classes(Bean bean) {
    Set<String> known = classes.get(bean);
    if (known == null) {
      known =
          bean.factory().map(f -> made(f, bean.type())).orElseGet(() -> Set.of(bean.type().name()));
      classes.put(bean, known);
    }
    return known;
  }

  private Set<String> made(DeclaredMethod factory, JavaType declared) {
    if (isConcrete(declared)) {
      return Set.of(declared.name());
    }
    Optional<Code> code = factory.code();
    Set<String> out = new HashSet<>();
    boolean[] open = new boolean[1];
    code.ifPresent(
        body ->
            Nodes.walk(
                body.root(),
                n -> {
                  if (n instanceof Stmt.Return result && result.value().isPresent()) {
                    JavaType type = typer.typeOf(result.value().get(), body);
                    open[0] |= !isConcrete(type);
                    out.add(type.name());
                  }
                }));
    return open[0] ? Set.of() : out;
  }

  private boolean isConcrete(JavaType type) {
    return project
        .find(type)
        .filter(t -> !t.decl().isInterface() && !t.decl().is(Modifier.ABSTRACT))
        .isPresent();
  }
}
