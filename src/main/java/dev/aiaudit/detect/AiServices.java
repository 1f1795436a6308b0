package dev.aiaudit.detect;

import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.catalog.ServiceAnnotation;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Param;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Interfaces of the tree that a framework implements so that their methods make requests:
 * LangChain4j AI services in all flavours, declared by an annotation, by annotated methods, or by
 * the code that builds them.
 */
final class AiServices {
  private static final String LANGCHAIN4J = "langchain4j";
  private static final String BUILDER_TYPE = "dev.langchain4j.service.AiServices";

  private final Surroundings at;
  private final Map<String, ServiceAnnotation> annotations = new HashMap<>();

  private Set<String> methods = Set.of();

  /** Full name of the interface to the catalogue family through which it is implemented. */
  private final Map<String, String> found = new TreeMap<>();

  AiServices(Surroundings at) {
    this.at = at;
    // Interfaces that a plain HTTP client implements are judged by their URLs instead.
    at.catalog().aiServiceAnnotations().stream()
        .filter(a -> at.catalog().sdk(a.sdk()).filter(Sdk::http).isEmpty())
        .forEach(a -> annotations.put(a.type(), a));
  }

  /** Looks for declarations of services, and for code that builds some, in parsed files. */
  void collect(Collection<ParsedFile> files) {
    for (ParsedFile file : files) {
      for (DeclaredType type : file.types()) {
        family(type).ifPresent(f -> found.putIfAbsent(type.name(), f));
        type.codes().forEach(this::collectBuilt);
      }
    }
    methods =
        found.keySet().stream()
            .flatMap(name -> at.project().find(name).stream())
            .flatMap(type -> type.methods().stream())
            .map(DeclaredMethod::name)
            .collect(Collectors.toSet());
  }

  /** Full names of the interfaces found so far. */
  Collection<String> names() {
    return List.copyOf(found.keySet());
  }

  /** Simple names of the methods that the interfaces found so far declare. */
  Set<String> methodNames() {
    return methods;
  }

  /** The catalogue family of a service, if the type is one. */
  Optional<String> familyOf(DeclaredType type) {
    return Optional.ofNullable(found.get(type.name()));
  }

  private Optional<String> family(DeclaredType type) {
    if (!type.decl().isInterface()) {
      return Optional.empty();
    }
    Optional<String> declared =
        type.decl().annotations().stream()
            .flatMap(a -> known(a, type, ServiceAnnotation.Role.SERVICE).stream())
            .findFirst();
    return declared.or(
        () ->
            type.methods().stream()
                .filter(DeclaredMethod::isAbstract)
                .flatMap(m -> annotationsOf(m))
                .flatMap(a -> known(a, type, ServiceAnnotation.Role.METHOD).stream())
                .findFirst());
  }

  private static Stream<Annotation> annotationsOf(DeclaredMethod method) {
    return Stream.concat(
        method.decl().annotations().stream(),
        method.decl().params().stream().map(Param::annotations).flatMap(List::stream));
  }

  private Optional<String> known(Annotation a, DeclaredType in, ServiceAnnotation.Role role) {
    JavaType type = at.project().names().resolve(dev.aiaudit.syntax.TypeRef.of(a.name()), in);
    return Optional.ofNullable(annotations.get(type.name()))
        .filter(s -> s.role() == role)
        .flatMap(s -> at.catalog().sdk(s.sdk()))
        .map(s -> s.family());
  }

  private void collectBuilt(Code code) {
    Nodes.walk(
        code.root(),
        node -> {
          if (node instanceof Expr.Call call && isBuild(call, code)) {
            serviceType(call, code).ifPresent(t -> found.putIfAbsent(t, LANGCHAIN4J));
          }
        });
  }

  private boolean isBuild(Expr.Call call, Code code) {
    return (call.name().equals("create") || call.name().equals("builder"))
        && !call.args().isEmpty()
        && call.scope().isPresent()
        && at.typer().typeOf(call.scope().get(), code).is(BUILDER_TYPE);
  }

  private Optional<String> serviceType(Expr.Call call, Code code) {
    JavaType argument = at.typer().typeOf(call.args().get(0), code);
    return argument.is("java.lang.Class") && argument.argument(0).isKnown()
        ? Optional.of(argument.argument(0).name())
        : Optional.empty();
  }
}
