package dev.aiaudit.trace;

import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Objects that are made for a library: the library calls their methods where it is handed the
 * object, so the object is functional code.
 */
final class LibraryObjects {
  private final Project project;
  private final Callers callers;
  private final FunctionalUses uses;

  LibraryObjects(Project project, Callers callers, FunctionalUses uses) {
    this.project = project;
    this.callers = callers;
    this.uses = uses;
  }

  /** The entries of a handler with the routes under which an object of its class is registered. */
  List<EntryHit> registered(DeclaredMethod method, List<EntryHit> entries) {
    if (entries.stream().allMatch(e -> e.route().isPresent()) || !calledByLibrary(method)) {
      return entries;
    }
    List<EntryHit> all =
        objects(method.owner()).stream().flatMap(run -> run.entries().stream()).toList();
    List<EntryHit> out = new ArrayList<>();
    for (EntryHit entry : entries) {
      List<EntryHit> routed =
          all.stream()
              .filter(r -> r.kind() == entry.kind() && r.route().isPresent())
              .map(r -> entry.at(r.route().get()))
              .toList();
      out.addAll(entry.route().isPresent() || routed.isEmpty() ? List.of(entry) : routed);
    }
    return out;
  }

  /**
   * Whether the method is there because a library type asks for it; then it is run where an object
   * of the class is handed to the library.
   */
  boolean calledByLibrary(DeclaredMethod method) {
    DeclaredType owner = method.owner();
    boolean overridesOwn =
        project.supertypes(owner.type()).stream()
            .flatMap(t -> project.find(t).stream())
            .flatMap(t -> t.methods().stream())
            .anyMatch(m -> m.name().equals(method.name()));
    return !overridesOwn && hasLibrarySupertype(owner) && overrides(method);
  }

  private boolean hasLibrarySupertype(DeclaredType owner) {
    return project.supertypes(owner.type()).stream()
        .anyMatch(t -> project.find(t).isEmpty() && !t.is("java.lang.Object"));
  }

  /** Older code does not write {@code @Override}. */
  private boolean overrides(DeclaredMethod method) {
    int count = method.decl().params().size();
    return method.decl().annotations().stream().anyMatch(a -> a.simpleName().equals("Override"))
        || method.owner().anonymous() && callers.of(method).isEmpty()
        || project.supertypes(method.owner().type()).stream()
            .map(JavaType::name)
            .anyMatch(t -> declares(t, method.name(), count));
  }

  private boolean declares(String library, String method, int arguments) {
    return project.libraries().functionalMethod(library).filter(method::equals).isPresent()
        || project.libraries().returnType(library, method, arguments).isPresent();
  }

  /** An object of the class is functional code, run where it is made or handed to. */
  List<Run> objects(DeclaredType type) {
    if (type.place().isPresent() && type.anonymous()) {
      DeclaredType.Place place = type.place().get();
      return uses.of((Expr.New) place.node(), place.code(), Via.LAMBDA);
    }
    List<Run> out = new ArrayList<>();
    List<Edge> made = callers.creating(type);
    made.forEach(e -> out.addAll(uses.of(e.node(), e.code(), Via.LAMBDA)));
    if (made.isEmpty()) {
      callers.starting(type).forEach(e -> out.add(started(e)));
    }
    callers.handingOver(type).forEach(e -> out.addAll(uses.of(e.node(), e.code(), Via.INJECTED)));
    return out;
  }

  private static Run started(Edge start) {
    return new Run(
        start.code(), start.node(), Optional.of(-1), start.via(), Optional.empty(), List.of());
  }
}
