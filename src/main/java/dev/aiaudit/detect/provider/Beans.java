package dev.aiaudit.detect.provider;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Beans that main code of the tree makes: by factory methods and as annotated classes. */
final class Beans {
  private static final int MAX_FILES = 60;

  /**
   * A bean.
   *
   * @param type its declared type
   * @param names its names
   * @param primary whether it is preferred to others
   * @param factory the method that makes it; empty for an annotated class
   */
  record Bean(
      JavaType type, Set<String> names, boolean primary, Optional<DeclaredMethod> factory) {}

  private final Basis at;
  private final Map<String, List<Bean>> byType = new HashMap<>();
  private Optional<FileSet> importing = Optional.empty();

  Beans(Basis at) {
    this.at = at;
  }

  /** The beans that a place gets: one when a name or preference tells, else all that fit. */
  List<Bean> forPlace(Injection place) {
    List<Bean> all = visible(place);
    Optional<String> qualifier = place.qualifier();
    if (qualifier.isPresent()) {
      return all.stream().filter(b -> b.names().contains(qualifier.get())).toList();
    }
    List<Bean> primary = all.stream().filter(Bean::primary).toList();
    if (!primary.isEmpty()) {
      return primary;
    }
    List<Bean> named = all.stream().filter(b -> b.names().contains(place.name())).toList();
    return named.isEmpty() ? all : named;
  }

  /** All beans that fit a place by type, whatever their names. */
  List<Bean> visible(Injection place) {
    String module = at.moduleOf(place.owner());
    Set<String> seen = new LinkedHashSet<>(Set.of(module));
    seen.addAll(at.config().modules().dependenciesOf(module));
    seen.addAll(at.config().modules().dependentsOf(module));
    return ofType(place.type()).stream().filter(b -> seen.contains(moduleOf(b))).toList();
  }

  /** All beans with that name that fit a type. */
  List<Bean> named(Injection place, String name) {
    return visible(place).stream().filter(b -> b.names().contains(name)).toList();
  }

  private String moduleOf(Bean bean) {
    return bean.factory()
        .map(f -> at.moduleOf(f.owner()))
        .or(() -> at.project().find(bean.type()).map(at::moduleOf))
        .orElse("");
  }

  private List<Bean> ofType(JavaType type) {
    if (!type.isKnown()) {
      return List.of();
    }
    List<Bean> known = byType.get(type.name());
    if (known == null) {
      known = search(type);
      byType.put(type.name(), known);
    }
    return known;
  }

  private List<Bean> search(JavaType type) {
    List<Bean> out = new ArrayList<>();
    FileSet files = factories(type);
    for (int i = 0; i < files.size() && i < MAX_FILES; i++) {
      if (!at.project().tree().isTest(files.get(i))) {
        at.project().tree().load(files.get(i)).stream()
            .flatMap(f -> f.types().stream())
            .flatMap(t -> t.methods().stream())
            .filter(Injection::produces)
            .filter(m -> at.project().isSubtype(typeOf(m), type.name()))
            .forEach(m -> out.add(made(m)));
      }
    }
    List<DeclaredType> classes = new ArrayList<>(at.project().allSubtypes(type.name()));
    at.project().find(type).filter(t -> !t.decl().isInterface()).ifPresent(classes::add);
    classes.stream()
        .filter(t -> !t.file().test() && Injection.managed(t) && !t.decl().isInterface())
        .forEach(t -> out.add(annotated(t)));
    return out;
  }

  /**
   * Files with factory methods that can make the type: they name it, or a library type that is one.
   */
  private FileSet factories(JavaType type) {
    JavaIndex index = at.project().index();
    FileSet factories =
        index
            .filesAnnotated("Bean")
            .union(index.filesAnnotated("Produces"))
            .union(index.filesAnnotated("Factory"));
    FileSet mentioning = index.filesMentioning(type.simpleName());
    if (at.project().find(type).isEmpty()) {
      mentioning = mentioning.union(importingAi());
    }
    return factories.intersect(mentioning);
  }

  private FileSet importingAi() {
    if (importing.isEmpty()) {
      JavaIndex index = at.project().index();
      importing = Optional.of(index.filesImportingUnder(at.catalog().seedPackages()));
    }
    return importing.get();
  }

  private JavaType typeOf(DeclaredMethod m) {
    return at.project().names().resolve(m.decl().returnType(), m.owner(), Optional.of(m.decl()));
  }

  private Bean made(DeclaredMethod method) {
    List<Annotation> annotations = method.decl().annotations();
    Set<String> names = new LinkedHashSet<>();
    annotations.stream()
        .filter(a -> a.simpleName().equals("Bean") || a.simpleName().equals("Named"))
        .flatMap(a -> a.member("name").or(() -> a.member("value")).stream())
        .forEach(v -> texts(v, names));
    Injection.qualifier(annotations).ifPresent(names::add);
    names.add(method.name());
    return new Bean(typeOf(method), names, primary(annotations), Optional.of(method));
  }

  private static void texts(Expr value, Set<String> out) {
    List<Expr> values = value instanceof Expr.ArrayOf array ? array.values() : List.of(value);
    values.forEach(v -> Injection.literal(v).ifPresent(out::add));
  }

  private static Bean annotated(DeclaredType type) {
    Set<String> names = new LinkedHashSet<>();
    type.decl().annotations().stream()
        .filter(a -> a.members().containsKey("value"))
        .forEach(a -> texts(a.member("value").orElseThrow(), names));
    String simple = type.decl().name();
    names.add(Character.toLowerCase(simple.charAt(0)) + simple.substring(1));
    return new Bean(type.type(), names, primary(type.decl().annotations()), Optional.empty());
  }

  private static boolean primary(List<Annotation> annotations) {
    return annotations.stream().anyMatch(a -> a.simpleName().equals("Primary"));
  }
}
