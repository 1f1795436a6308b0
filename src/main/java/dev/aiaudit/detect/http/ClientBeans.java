package dev.aiaudit.detect.http;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Methods of the tree through which a container makes clients: {@code @Bean}, {@code @Produces}.
 */
final class ClientBeans {
  private static final Set<String> FACTORIES = Set.of("Bean", "Produces", "Singleton", "Factory");
  private static final Set<String> QUALIFIERS = Set.of("Qualifier", "Named", "Resource");
  private static final int MAX_FILES = 40;

  private final Surroundings at;
  private final Map<String, List<DeclaredMethod>> byType = new HashMap<>();

  ClientBeans(Surroundings at) {
    this.at = at;
  }

  /**
   * The factory methods that an injection point can mean.
   *
   * @param type of the injection point
   * @param name of the variable, which chooses among several
   * @param annotations of the injection point, which may have a qualifier
   */
  List<DeclaredMethod> of(JavaType type, String name, List<Annotation> annotations) {
    if (!type.isKnown() || !at.catalog().knows(type.name()) && at.project().find(type).isEmpty()) {
      return List.of();
    }
    List<DeclaredMethod> all = byType.computeIfAbsent(type.name(), this::search);
    String wanted = qualifier(annotations).orElse(name);
    List<DeclaredMethod> named = all.stream().filter(m -> isNamed(m, wanted)).toList();
    if (!named.isEmpty()) {
      return named;
    }
    List<DeclaredMethod> primary = all.stream().filter(m -> has(m, "Primary")).toList();
    return !primary.isEmpty() ? primary : all.size() == 1 ? all : List.of();
  }

  private static Optional<String> qualifier(List<Annotation> annotations) {
    return annotations.stream()
        .filter(a -> QUALIFIERS.contains(a.simpleName()))
        .flatMap(a -> a.member("value").or(() -> a.member("name")).stream())
        .flatMap(e -> literal(e).stream())
        .findFirst();
  }

  private static Optional<String> literal(Expr e) {
    return e instanceof Expr.Literal l ? Optional.of(l.value()) : Optional.empty();
  }

  private static boolean isNamed(DeclaredMethod method, String wanted) {
    return method.name().equals(wanted)
        || method.decl().annotations().stream()
            .filter(a -> FACTORIES.contains(a.simpleName()) || QUALIFIERS.contains(a.simpleName()))
            .flatMap(a -> a.members().values().stream())
            .anyMatch(e -> names(e, wanted));
  }

  private static boolean names(Expr e, String wanted) {
    return e instanceof Expr.ArrayOf array
        ? array.values().stream().anyMatch(v -> names(v, wanted))
        : literal(e).filter(wanted::equals).isPresent();
  }

  private static boolean has(DeclaredMethod method, String annotation) {
    return method.decl().annotations().stream().anyMatch(a -> a.simpleName().equals(annotation));
  }

  private List<DeclaredMethod> search(String type) {
    JavaIndex index = at.project().index();
    String simple = type.substring(type.lastIndexOf('.') + 1);
    FileSet annotated =
        index
            .filesAnnotated("Bean")
            .union(index.filesAnnotated("Produces"))
            .union(index.filesAnnotated("Factory"));
    int[] files =
        annotated.intersect(index.filesMentioning(simple)).stream()
            .filter(f -> !at.project().tree().isTest(f))
            .limit(MAX_FILES)
            .toArray();
    at.project().tree().loadAll(FileSet.of(files));
    List<DeclaredMethod> out = new ArrayList<>();
    for (int file : files) {
      at.project().tree().load(file).stream()
          .flatMap(f -> f.types().stream())
          .map(DeclaredType::methods)
          .flatMap(List::stream)
          .filter(
              m ->
                  m.decl().annotations().stream().anyMatch(a -> FACTORIES.contains(a.simpleName())))
          .filter(m -> returns(m, type))
          .forEach(out::add);
    }
    return out;
  }

  private boolean returns(DeclaredMethod method, String type) {
    JavaType returned =
        at.project()
            .names()
            .resolve(method.decl().returnType(), method.owner(), Optional.of(method.decl()));
    return at.project().isSubtype(returned, type);
  }
}
