package dev.aiaudit.resolve;

import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What calls on library types return. */
final class LibraryCalls {
  /** Operators whose lambda yields the new element. */
  private static final Set<String> MAPPING =
      Set.of("map", "thenApply", "thenApplyAsync", "mapToObj", "handle", "transformToUni", "cast");

  /**
   * Operators whose lambda yields the container of the new element, of the same kind or a similar
   * one.
   */
  private static final Set<String> FLAT_MAPPING =
      Set.of(
          "flatMap",
          "thenCompose",
          "thenComposeAsync",
          "concatMap",
          "switchMap",
          "flatMapMany",
          "flatMapMono",
          "flatMapSequential",
          "chain",
          "onItem",
          "then",
          "thenReturn");

  /** Static factories that wrap their argument or what their lambda yields. */
  private static final Set<String> WRAPPING =
      Set.of(
          "of",
          "ofNullable",
          "asList",
          "just",
          "justOrEmpty",
          "fromCallable",
          "fromSupplier",
          "supplyAsync",
          "completedFuture",
          "item",
          "createFrom",
          "singletonList",
          "singleton",
          "fromIterable",
          "fromStream",
          "fromFuture",
          "copyOf",
          "callAsync");

  private final Project project;
  private final Typer typer;
  private final Inference inference;

  LibraryCalls(Project project, Typer typer) {
    this.project = project;
    this.typer = typer;
    this.inference = new Inference(project, typer);
  }

  JavaType returnType(JavaType receiver, Expr.Call call, Code code) {
    if (!receiver.isKnown()) {
      return JavaType.UNKNOWN;
    }
    Libraries libraries = project.libraries();
    String type = receiver.name();
    OptionalInt element = libraries.elementResult(type, call.name());
    if (element.isPresent() && !receiver.arguments().isEmpty()) {
      return receiver.argument(element.getAsInt());
    }
    Optional<String> listed = libraries.returnType(type, call.name(), call.args().size());
    if (listed.isPresent()) {
      return listed(listed.get(), receiver, call, code);
    }
    return libraries.fluent(type) || !receiver.arguments().isEmpty()
        ? fluent(receiver, call, code)
        : wrapped(receiver, call, code);
  }

  /** A return type with a type parameter that a class literal among the arguments tells. */
  private JavaType listed(String text, JavaType receiver, Expr.Call call, Code code) {
    JavaType type = project.names().parse(text);
    if (type.kind() == JavaType.Kind.VARIABLE) {
      return classArgument(call, code)
          .orElse(receiver.arguments().isEmpty() ? JavaType.UNKNOWN : receiver.argument(0));
    }
    if (type.arguments().stream().anyMatch(a -> a.kind() == JavaType.Kind.VARIABLE)) {
      List<JavaType> args =
          classArgument(call, code).map(List::of).orElseGet(() -> firstKnown(receiver, type));
      return new JavaType(type.name(), args, type.dimensions(), type.kind());
    }
    return type;
  }

  private static List<JavaType> firstKnown(JavaType receiver, JavaType type) {
    return receiver.arguments().size() == type.arguments().size()
        ? receiver.arguments()
        : List.of();
  }

  private Optional<JavaType> classArgument(Expr.Call call, Code code) {
    return call.args().stream()
        .map(a -> typer.typeOf(a, code))
        .filter(t -> t.is("java.lang.Class"))
        .map(t -> t.argument(0))
        .findFirst();
  }

  private JavaType fluent(JavaType receiver, Expr.Call call, Code code) {
    boolean onType = isTypeName(call, code);
    if (onType) {
      return wrapped(receiver, call, code);
    }
    if (MAPPING.contains(call.name())) {
      return JavaType.known(receiver.name(), yielded(call, code).map(List::of).orElse(List.of()));
    }
    if (FLAT_MAPPING.contains(call.name())) {
      JavaType inner = yielded(call, code).orElse(JavaType.UNKNOWN);
      return inner.arguments().isEmpty()
          ? JavaType.known(receiver.name())
          : JavaType.known(receiver.name(), inner.arguments());
    }
    return project.libraries().fluent(receiver.name()) ? receiver : JavaType.UNKNOWN;
  }

  private JavaType wrapped(JavaType receiver, Expr.Call call, Code code) {
    if (!WRAPPING.contains(call.name()) || !isTypeName(call, code)) {
      return project.libraries().fluent(receiver.name()) ? receiver : JavaType.UNKNOWN;
    }
    String container =
        receiver.is("java.util.Arrays") || receiver.is("java.util.Collections")
            ? "java.util.List"
            : receiver.name();
    Optional<JavaType> content = yielded(call, code);
    return JavaType.known(container, content.map(List::of).orElse(List.of()));
  }

  private boolean isTypeName(Expr.Call call, Code code) {
    return call.scope().isPresent()
        && call.scope().get() instanceof Expr.Name name
        && typer.variable(name.id(), name, code).isEmpty();
  }

  /** The type of the first argument, or of what it yields if it is a lambda. */
  private Optional<JavaType> yielded(Expr.Call call, Code code) {
    if (call.args().isEmpty()) {
      return Optional.empty();
    }
    Expr first = call.args().get(0);
    JavaType type = JavaType.UNKNOWN;
    if (first instanceof Expr.Lambda lambda) {
      type = inference.bodyType(lambda, code);
    } else if (first instanceof Expr.MethodRef ref) {
      type = referenced(ref, code);
    } else {
      type = typer.typeOf(first, code);
    }
    return type.isKnown() ? Optional.of(type) : Optional.empty();
  }

  private JavaType referenced(Expr.MethodRef ref, Code code) {
    Callee callee = typer.callee(ref, code);
    if (callee.name().equals("<init>")) {
      return callee.receiver();
    }
    return callee.methods().stream()
        .findFirst()
        .map(m -> project.names().resolve(m.decl().returnType(), m.owner(), Optional.of(m.decl())))
        .orElse(JavaType.UNKNOWN);
  }
}
