package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedMethod;
import dev.aiaudit.catalog.entrypoint.RoutePart;
import dev.aiaudit.catalog.entrypoint.RoutePart.Place;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.syntax.Modifier;
import java.util.List;
import java.util.function.Predicate;

/** Finds the types whose objects a framework calls when it calls a method. */
final class Hosts {
  private final Hierarchy hierarchy;
  private final Marks marks;

  Hosts(Hierarchy hierarchy, Marks marks) {
    this.hierarchy = hierarchy;
    this.marks = marks;
  }

  /** The owner, or else the types below it that inherit the method and are wanted. */
  List<DeclaredType> of(DeclaredMethod method, Predicate<DeclaredType> wanted) {
    DeclaredType owner = method.owner();
    boolean callable = Hierarchy.concrete(owner) || method.decl().is(Modifier.STATIC);
    if (callable && wanted.test(owner)) {
      return List.of(owner);
    }
    return hierarchy.inheriting(method).stream().filter(wanted).toList();
  }

  /** As {@link #of(DeclaredMethod, Predicate)}, any of them. */
  List<DeclaredType> of(DeclaredMethod method) {
    return of(method, type -> true);
  }

  /** The types on which the pattern's annotation counts. */
  List<DeclaredType> of(DeclaredMethod method, AnnotatedMethod pattern) {
    return of(method, type -> accepts(pattern, type));
  }

  private boolean accepts(AnnotatedMethod pattern, DeclaredType type) {
    if (pattern.in().isEmpty() && pattern.notIn().isEmpty()) {
      return true;
    }
    List<Mark> all = marks.of(type);
    if (!pattern.in().isEmpty() && !has(all, pattern.in())) {
      return false;
    }
    // A controller may implement the interface that others use as a client; then its own
    // annotations say that it is a controller.
    return !has(all, pattern.notIn()) || has(marks.on(type), serverMarks(pattern));
  }

  private static List<String> serverMarks(AnnotatedMethod pattern) {
    return pattern.in().isEmpty()
        ? pattern.route().at(Place.CLASS).stream()
            .map(RoutePart::annotation)
            .flatMap(java.util.Optional::stream)
            .toList()
        : pattern.in();
  }

  private static boolean has(List<Mark> marks, List<String> names) {
    return marks.stream().anyMatch(mark -> names.contains(mark.name()));
  }
}
