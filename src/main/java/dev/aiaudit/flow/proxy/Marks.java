package dev.aiaudit.flow.proxy;

import dev.aiaudit.flow.proxy.Mark.Place;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Import;
import dev.aiaudit.syntax.TypeDecl;
import dev.aiaudit.syntax.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the annotations that concern a method, composed annotations of the project unfolded. */
final class Marks {
  private static final int MAX_DEPTH = 4;

  private final ProxyKnowledge knowledge;
  private final Map<String, Set<String>> known = new HashMap<>();

  Marks(ProxyKnowledge knowledge) {
    this.knowledge = knowledge;
    knowledge.guards().annotations().forEach(g -> g.annotations().forEach(this::addKnown));
    knowledge
        .guards()
        .annotations()
        .forEach(g -> g.fallback().companions().forEach(this::addKnown));
    knowledge.detach().annotations().forEach(d -> d.annotations().forEach(this::addKnown));
  }

  private void addKnown(String name) {
    known
        .computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), k -> new TreeSet<>())
        .add(name);
  }

  /** Those on the method, on its class, and on what it overrides, in this order. */
  List<Mark> of(DeclaredMethod method) {
    List<Mark> out = new ArrayList<>(on(method, Place.METHOD));
    out.addAll(on(method.owner()));
    knowledge
        .typer()
        .members()
        .overridden(method)
        .forEach(base -> out.addAll(on(base, Place.OVERRIDDEN)));
    return out;
  }

  /** Those on the method itself. */
  List<Mark> on(DeclaredMethod method, Place place) {
    return read(method.decl().annotations(), method.owner(), place);
  }

  /** Those on a type itself. */
  List<Mark> on(DeclaredType type) {
    return read(type.decl().annotations(), type, Place.CLASS);
  }

  private List<Mark> read(List<Annotation> annotations, DeclaredType in, Place place) {
    List<Mark> out = new ArrayList<>();
    for (Annotation annotation : annotations) {
      Location at = Mark.location(in, annotation.span());
      read(annotation, in, place, at, 0, out);
    }
    return out;
  }

  private void read(
      Annotation annotation, DeclaredType in, Place place, Location at, int depth, List<Mark> out) {
    String name = qualified(annotation, in);
    out.add(new Mark(name, annotation, in, place, at));
    boolean declared = knowledge.project().declares(annotation.simpleName());
    if (declared && depth < MAX_DEPTH) {
      knowledge
          .project()
          .find(name)
          .filter(t -> t.decl().kind() == TypeDecl.Kind.ANNOTATION)
          .ifPresent(
              t -> t.decl().annotations().forEach(m -> read(m, t, place, at, depth + 1, out)));
    }
  }

  /** The full name; an import of a whole package is taken to mean a known annotation of it. */
  private String qualified(Annotation annotation, DeclaredType in) {
    JavaType type = knowledge.project().names().resolve(TypeRef.of(annotation.name()), in);
    if (type.isKnown()) {
      return type.name();
    }
    for (String candidate : known.getOrDefault(annotation.simpleName(), Set.of())) {
      String home = candidate.substring(0, candidate.lastIndexOf('.'));
      if (in.file().syntax().imports().stream().anyMatch(i -> brings(i, home))) {
        return candidate;
      }
    }
    return annotation.name();
  }

  private static boolean brings(Import i, String home) {
    return i.onDemand() && i.name().equals(home);
  }

  /** The first mark with one of the names. */
  static Optional<Mark> first(List<Mark> marks, List<String> names) {
    return marks.stream().filter(m -> names.contains(m.name())).findFirst();
  }
}
