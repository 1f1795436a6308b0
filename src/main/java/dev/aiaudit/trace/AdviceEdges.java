package dev.aiaudit.trace;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.TypeDecl;
import dev.aiaudit.syntax.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the methods around which an aspect or interceptor is woven. */
final class AdviceEdges {
  /** A pointcut that could match in more files than this is not followed. */
  private static final int MAX_FILES = 400;

  private static final String ASPECTJ = "org.aspectj.lang.annotation.";
  private static final Set<String> ADVICE =
      Set.of("Around", "Before", "After", "AfterReturning", "AfterThrowing");
  private static final Set<String> INTERCEPTOR = Set.of("AroundInvoke");

  private final Project project;
  private final Map<DeclaredMethod, List<Advised>> known = new HashMap<>();
  private final Set<DeclaredMethod> tooWide = new HashSet<>();

  AdviceEdges(Project project) {
    this.project = project;
  }

  /**
   * A method that an aspect is woven around.
   *
   * @param method the method
   * @param certain false when the pointcut is only partly understood
   */
  record Advised(DeclaredMethod method, boolean certain) {}

  /** The methods whose callers run an advice; none for a method that is no advice. */
  List<Advised> of(DeclaredMethod advice) {
    if (advice.decl().annotations().isEmpty()) {
      return List.of();
    }
    List<Advised> found = known.get(advice);
    if (found == null) {
      found = search(advice);
      known.put(advice, found);
    }
    return found;
  }

  /**
   * Whether so many files may hold a method that an advice runs around that {@link #of} gives none,
   * because the pointcut is wide or nobody can tell what it means.
   */
  boolean isTooWide(DeclaredMethod advice) {
    of(advice);
    return tooWide.contains(advice);
  }

  private List<Advised> search(DeclaredMethod advice) {
    for (Annotation annotation : advice.decl().annotations()) {
      String simple = annotation.simpleName();
      boolean aspect = ADVICE.contains(simple) && isOfAspectJ(annotation, advice.owner());
      if (aspect || INTERCEPTOR.contains(simple)) {
        return (aspect ? text(annotation) : binding(advice.owner()))
            .map(PointcutReader::read)
            .map(pointcut -> matching(pointcut, new Pointcuts(project, advice)))
            .orElse(List.of());
      }
    }
    return List.of();
  }

  private boolean isOfAspectJ(Annotation annotation, DeclaredType in) {
    JavaType type = project.names().resolve(TypeRef.of(annotation.name()), in);
    return type.isKnown()
        ? type.is(ASPECTJ + annotation.simpleName())
        : in.file().syntax().imports().stream()
            .anyMatch(i -> i.onDemand() && ASPECTJ.equals(i.name() + "."));
  }

  /** The expression of a named pointcut. */
  static Optional<String> text(DeclaredMethod named) {
    return named.decl().annotations().stream()
        .filter(a -> a.simpleName().equals("Pointcut"))
        .flatMap(a -> text(a).stream())
        .findFirst();
  }

  private static Optional<String> text(Annotation annotation) {
    return annotation
        .member("value")
        .or(() -> annotation.member("pointcut"))
        .flatMap(Pointcuts::constant);
  }

  /** The annotations of the tree that bind a CDI interceptor to what carries them. */
  private Optional<String> binding(DeclaredType interceptor) {
    return interceptor.decl().annotations().stream()
        .filter(a -> isBinding(a, interceptor))
        .map(a -> "@annotation(" + a.name() + ") || @within(" + a.name() + ")")
        .reduce((a, b) -> a + " || " + b);
  }

  private boolean isBinding(Annotation annotation, DeclaredType on) {
    return project
        .find(project.names().resolve(TypeRef.of(annotation.name()), on))
        .filter(
            t ->
                t.decl().annotations().stream()
                    .anyMatch(meta -> meta.simpleName().equals("InterceptorBinding")))
        .isPresent();
  }

  private List<Advised> matching(Pointcut pointcut, Pointcuts pointcuts) {
    Optional<FileSet> limited = pointcuts.files(pointcut).filter(f -> f.size() <= MAX_FILES);
    if (limited.isEmpty()) {
      tooWide.add(pointcuts.advice());
      return List.of();
    }
    FileSet files = limited.get();
    project.tree().loadAll(files);
    List<Advised> out = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (!project.tree().isTest(files.get(i))) {
        project.tree().load(files.get(i)).stream()
            .flatMap(f -> f.types().stream())
            .filter(t -> t != pointcuts.advice().owner() && isBean(t))
            .flatMap(t -> t.methods().stream())
            .filter(AdviceEdges::isCalledThroughProxy)
            .forEach(m -> add(m, pointcuts.match(pointcut, m), out));
      }
    }
    return List.copyOf(out);
  }

  private static void add(DeclaredMethod method, Pointcuts.Match match, List<Advised> out) {
    if (match != Pointcuts.Match.NO) {
      out.add(new Advised(method, match == Pointcuts.Match.YES));
    }
  }

  private static boolean isBean(DeclaredType type) {
    TypeDecl.Kind kind = type.decl().kind();
    return kind == TypeDecl.Kind.CLASS || kind == TypeDecl.Kind.INTERFACE;
  }

  private static boolean isCalledThroughProxy(DeclaredMethod method) {
    return !method.decl().isConstructor()
        && !method.decl().is(Modifier.STATIC)
        && !method.decl().is(Modifier.PRIVATE);
  }
}
