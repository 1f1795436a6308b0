package dev.aiaudit.trace;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.Optional;
import java.util.Set;

/**
 * Handlers of exceptions that answer every failure with the status of a success and an error in the
 * body. A client then gets no exception, and what it makes of the body is not known.
 */
final class ErrorAnswers {
  private static final Set<String> ADVICE = Set.of("RestControllerAdvice", "ControllerAdvice");
  private static final Set<String> EVERYTHING =
      Set.of("Exception", "RuntimeException", "Throwable");

  /** What they return decides the status itself. */
  private static final Set<String> WITH_STATUS =
      Set.of("ResponseEntity", "ProblemDetail", "ErrorResponse", "ModelAndView", "void", "Mono");

  private final Project project;
  private Optional<Optional<Location>> found = Optional.empty();

  ErrorAnswers(Project project) {
    this.project = project;
  }

  /** The handler that hides all failures from clients, if there is one in the tree. */
  Optional<Location> hiding() {
    Optional<Location> known = found.orElseGet(this::search);
    found = Optional.of(known);
    return known;
  }

  private Optional<Location> search() {
    FileSet files = project.index().filesAnnotated("ExceptionHandler");
    for (int i = 0; i < files.size(); i++) {
      if (!project.tree().isTest(files.get(i))) {
        Optional<Location> here =
            project.tree().load(files.get(i)).stream()
                .flatMap(file -> file.types().stream())
                .filter(ErrorAnswers::isAdvice)
                .flatMap(type -> type.methods().stream())
                .filter(ErrorAnswers::hides)
                .flatMap(method -> method.code().stream())
                .map(code -> code.location(code.root()))
                .findFirst();
        if (here.isPresent()) {
          return here;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAdvice(DeclaredType type) {
    return type.decl().annotations().stream().anyMatch(a -> ADVICE.contains(a.simpleName()))
        && type.decl().annotations().stream().noneMatch(ErrorAnswers::setsStatus);
  }

  private static boolean setsStatus(Annotation annotation) {
    return annotation.simpleName().equals("ResponseStatus");
  }

  private static boolean hides(DeclaredMethod method) {
    return method.decl().annotations().stream()
            .anyMatch(a -> a.simpleName().equals("ExceptionHandler") && catchesAll(a, method))
        && method.decl().annotations().stream().noneMatch(ErrorAnswers::setsStatus)
        && !WITH_STATUS.contains(method.decl().returnType().simpleName())
        && method.code().filter(code -> !writesStatus(code)).isPresent();
  }

  private static boolean catchesAll(Annotation annotation, DeclaredMethod method) {
    boolean[] all = new boolean[1];
    annotation
        .member("value")
        .ifPresent(
            value ->
                Nodes.walk(
                    value,
                    n ->
                        all[0] |=
                            n instanceof Expr.ClassLiteral literal
                                && EVERYTHING.contains(literal.type().simpleName())));
    return all[0]
        || annotation.member("value").isEmpty()
            && method.decl().params().stream()
                .anyMatch(p -> EVERYTHING.contains(p.type().simpleName()));
  }

  private static boolean writesStatus(Code code) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        code.root(),
        n ->
            found[0] |=
                n instanceof Expr.Call call
                    && (call.name().equals("setStatus") || call.name().equals("sendError")));
    return found[0];
  }
}
