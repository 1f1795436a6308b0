package dev.aiaudit.trace;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Param;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.syntax.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which of several beans of one type a container injects: the one that a qualifier names, else the
 * primary one, else the one that is called like the injection point. Where nothing tells, any may
 * be meant.
 *
 * <p>Source: Spring Framework reference, "Fine-tuning Annotation-based Autowiring".
 */
final class InjectedBeans {
  private static final Set<String> COMPONENTS =
      Set.of("Component", "Service", "Repository", "Controller", "RestController", "Named");
  private static final Set<String> QUALIFIERS = Set.of("Qualifier", "Named", "Resource");
  private static final int MOST_TYPES = 40;

  private final Typer typer;
  private final Project project;
  private final Map<String, List<Bean>> known = new HashMap<>();

  InjectedBeans(Typer typer) {
    this.typer = typer;
    this.project = typer.project();
  }

  /**
   * A bean of the tree.
   *
   * @param classes full names of the classes its object may have; empty when not known
   */
  private record Bean(String name, boolean primary, Set<String> classes) {
    boolean mayBe(DeclaredType type) {
      return classes.isEmpty() || classes.contains(type.name());
    }
  }

  /** Whether the object on which a call is made may be one of the class of a method. */
  boolean admits(Expr.Call call, Code code, DeclaredMethod method) {
    Optional<Variable> variable = call.scope().flatMap(scope -> typer.variable(scope, code));
    if (variable.isEmpty() || !isInjected(variable.get())) {
      return true;
    }
    List<Bean> beans = beans(typer.typeOf(variable.get()));
    boolean bean = beans.stream().anyMatch(b -> b.classes().contains(method.owner().name()));
    if (beans.size() < 2 || !bean) {
      return true;
    }
    String name = variable.get().name();
    return qualifier(annotations(variable.get()))
        .flatMap(q -> chosen(beans, b -> b.name().equals(q), method))
        .or(() -> chosen(beans, Bean::primary, method))
        .or(() -> chosen(beans, b -> b.name().equals(name), method))
        .orElse(true);
  }

  /** Whether one of the beans that are chosen fits; empty when none is chosen. */
  private static Optional<Boolean> chosen(
      List<Bean> beans, Predicate<Bean> choice, DeclaredMethod method) {
    List<Bean> chosen = beans.stream().filter(choice).toList();
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(chosen.stream().anyMatch(b -> b.mayBe(method.owner())));
  }

  /** Whether a container sets the variable, and no code does. */
  private boolean isInjected(Variable variable) {
    if (variable instanceof Variable.Field field) {
      return field.decl().init().isEmpty()
          && isManaged(field.owner())
          && field.owner().codes().stream().noneMatch(code -> makes(code, field));
    }
    return variable instanceof Variable.Parameter parameter
        && (parameter.method().decl().isConstructor() && isManaged(parameter.method().owner())
            || isBeanMethod(parameter.method()));
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

  private static boolean isManaged(DeclaredType type) {
    return type.decl().annotations().stream()
        .anyMatch(a -> COMPONENTS.contains(a.simpleName()) || a.simpleName().endsWith("Scoped"));
  }

  private static boolean isBeanMethod(DeclaredMethod method) {
    return method.decl().annotations().stream()
        .anyMatch(a -> a.simpleName().equals("Bean") || a.simpleName().equals("Produces"));
  }

  /** Annotations of the place, and of the constructor's parameter that a field is set from. */
  private static List<Annotation> annotations(Variable variable) {
    if (variable instanceof Variable.Parameter parameter) {
      return parameter.param().annotations();
    }
    if (!(variable instanceof Variable.Field field)) {
      return List.of();
    }
    Stream<Annotation> given =
        field.owner().methods().stream()
            .filter(m -> m.decl().isConstructor())
            .flatMap(m -> m.decl().params().stream())
            .filter(p -> p.name().equals(field.name()))
            .map(Param::annotations)
            .flatMap(List::stream);
    return Stream.concat(field.decl().annotations().stream(), given).toList();
  }

  private static Optional<String> qualifier(List<Annotation> annotations) {
    return annotations.stream()
        .filter(a -> QUALIFIERS.contains(a.simpleName()))
        .flatMap(a -> text(a).stream())
        .findFirst();
  }

  private static Optional<String> text(Annotation annotation) {
    return Stream.of("value", "name")
        .map(key -> annotation.members().get(key))
        .filter(v -> v instanceof Expr.Literal l && l.is(Expr.Literal.Kind.STRING))
        .map(v -> ((Expr.Literal) v).value())
        .findFirst();
  }

  private List<Bean> beans(JavaType type) {
    return project
        .find(type)
        .map(t -> known.computeIfAbsent(t.name(), name -> search(t)))
        .orElse(List.of());
  }

  private List<Bean> search(DeclaredType type) {
    List<DeclaredType> classes = new ArrayList<>(project.allSubtypes(type.name()));
    classes.removeIf(c -> c.anonymous() || c.file().test());
    classes.removeIf(c -> c.decl().kind() == TypeDecl.Kind.INTERFACE);
    classes.removeIf(c -> c.decl().is(Modifier.ABSTRACT));
    if (classes.size() < 2 || classes.size() > MOST_TYPES) {
      return List.of();
    }
    List<Bean> out = new ArrayList<>();
    classes.stream().filter(InjectedBeans::isManaged).forEach(c -> out.add(component(c)));
    made(type, classes).forEach(m -> out.add(product(m, classes)));
    return List.copyOf(out);
  }

  private static Bean component(DeclaredType type) {
    List<Annotation> annotations = type.decl().annotations();
    String simple = type.decl().name();
    String name =
        annotations.stream()
            .filter(a -> COMPONENTS.contains(a.simpleName()))
            .flatMap(a -> text(a).stream())
            .findFirst()
            .orElse(Character.toLowerCase(simple.charAt(0)) + simple.substring(1));
    return new Bean(name, isPrimary(annotations), Set.of(type.name()));
  }

  private static boolean isPrimary(List<Annotation> annotations) {
    return annotations.stream().anyMatch(a -> a.simpleName().equals("Primary"))
        && annotations.stream().noneMatch(InjectedBeans::isCondition);
  }

  /** Whether the bean may be missing, so that another one is injected in its place. */
  private static boolean isCondition(Annotation annotation) {
    String name = annotation.simpleName();
    return name.startsWith("Conditional") || name.equals("Profile") || name.equals("Requires");
  }

  /** The methods that make a bean of the type or of one of the classes. */
  private List<DeclaredMethod> made(DeclaredType type, List<DeclaredType> classes) {
    Set<String> wanted = new HashSet<>();
    wanted.add(type.name());
    classes.forEach(c -> wanted.add(c.name()));
    FileSet naming = project.index().filesMentioning(type.decl().name());
    for (DeclaredType c : classes) {
      naming = naming.union(project.index().filesMentioning(c.decl().name()));
    }
    FileSet files =
        naming.intersect(
            project
                .index()
                .filesAnnotated("Bean")
                .union(project.index().filesAnnotated("Produces")));
    List<DeclaredMethod> out = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (!project.tree().isTest(files.get(i))) {
        project.tree().load(files.get(i)).stream()
            .flatMap(file -> file.types().stream())
            .flatMap(t -> t.methods().stream())
            .filter(InjectedBeans::isBeanMethod)
            .filter(m -> wanted.contains(returned(m).name()))
            .forEach(out::add);
      }
    }
    return out;
  }

  private JavaType returned(DeclaredMethod method) {
    return project.names().resolve(method.decl().returnType(), method.owner());
  }

  private Bean product(DeclaredMethod method, List<DeclaredType> classes) {
    List<Annotation> annotations = method.decl().annotations();
    String name =
        annotations.stream()
            .filter(a -> a.simpleName().equals("Bean") || a.simpleName().equals("Named"))
            .flatMap(a -> text(a).stream())
            .findFirst()
            .orElse(method.name());
    return new Bean(name, isPrimary(annotations), classes(method, classes));
  }

  private Set<String> classes(DeclaredMethod method, List<DeclaredType> classes) {
    String declared = returned(method).name();
    if (classes.stream().anyMatch(c -> c.name().equals(declared))) {
      return Set.of(declared);
    }
    Set<String> out = new HashSet<>();
    boolean[] open = new boolean[1];
    method
        .code()
        .ifPresent(
            code ->
                Nodes.walk(
                    code.root(),
                    n -> {
                      if (n instanceof Stmt.Return result && result.value().isPresent()) {
                        JavaType type = typer.typeOf(result.value().get(), code);
                        boolean exact = classes.stream().anyMatch(c -> type.is(c.name()));
                        open[0] |= !exact;
                        if (exact) {
                          out.add(type.name());
                        }
                      }
                    }));
    return open[0] ? Set.of() : out;
  }
}
