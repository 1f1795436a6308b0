package dev.aiaudit.trace.entry;

import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.TypeDecl;
import dev.aiaudit.syntax.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the annotations of types, methods and parameters that matter, composed ones unfolded. */
final class Marks {
  private static final int MAX_DEPTH = 5;

  private final Project project;
  private final KnownNames names;
  private final Hierarchy hierarchy;
  private final Map<DeclaredType, List<Mark>> ofTypes = new HashMap<>();

  Marks(Project project, KnownNames names, Hierarchy hierarchy) {
    this.project = project;
    this.names = names;
    this.hierarchy = hierarchy;
  }

  /** The annotations on a type itself. */
  List<Mark> on(DeclaredType type) {
    return read(type.decl().annotations(), type);
  }

  /** The annotations of a type, then those of its supertypes in the tree, nearest first. */
  List<Mark> of(DeclaredType type) {
    List<Mark> known = ofTypes.get(type);
    if (known == null) {
      List<Mark> found = new ArrayList<>(on(type));
      hierarchy.above(type).declared().forEach(parent -> found.addAll(on(parent)));
      known = List.copyOf(found);
      ofTypes.put(type, known);
    }
    return known;
  }

  /** The annotations on a method, then those on the methods that it overrides or implements. */
  List<Mark> of(DeclaredMethod method) {
    List<Mark> found = new ArrayList<>(read(method.decl().annotations(), method.owner()));
    for (DeclaredMethod base : hierarchy.overridden(method)) {
      found.addAll(read(base.decl().annotations(), base.owner()));
    }
    return found;
  }

  /** The annotations on a parameter of a method or of what it overrides. */
  List<Mark> ofParameter(DeclaredMethod method, int position) {
    List<Mark> found = new ArrayList<>(onParameter(method, position));
    if (found.isEmpty()) {
      hierarchy.overridden(method).forEach(base -> found.addAll(onParameter(base, position)));
    }
    return found;
  }

  private List<Mark> onParameter(DeclaredMethod method, int position) {
    return read(method.decl().params().get(position).annotations(), method.owner());
  }

  private List<Mark> read(List<Annotation> annotations, DeclaredType at) {
    if (annotations.isEmpty()) {
      return List.of();
    }
    List<Mark> out = new ArrayList<>();
    annotations.forEach(annotation -> read(annotation, at, Optional.empty(), 0, out));
    return out;
  }

  private void read(
      Annotation annotation, DeclaredType at, Optional<Mark> via, int depth, List<Mark> out) {
    String simple = annotation.simpleName();
    boolean declared = !project.index().filesDeclaringType(simple).isEmpty();
    if (!declared && !names.mentions(simple)) {
      return;
    }
    String name = names.qualify(TypeRef.of(annotation.name()), at);
    Mark mark = new Mark(name, annotation, at, via);
    out.add(mark);
    if (declared && depth < MAX_DEPTH) {
      project
          .find(name)
          .filter(type -> type.decl().kind() == TypeDecl.Kind.ANNOTATION)
          .ifPresent(
              type ->
                  type.decl()
                      .annotations()
                      .forEach(meta -> read(meta, type, Optional.of(mark), depth + 1, out)));
    }
  }
}
