package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.EntryPattern;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedParameter;
import dev.aiaudit.catalog.entrypoint.EntryTraits.Flag;
import dev.aiaudit.catalog.entrypoint.RoutePart;
import dev.aiaudit.catalog.entrypoint.RoutePart.Place;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Entries by annotations on methods and parameters, and on classes for all their methods. */
final class AnnotatedEntries {
  private final Surroundings at;
  private final Hosts hosts;

  AnnotatedEntries(Surroundings at, Hosts hosts) {
    this.at = at;
    this.hosts = hosts;
  }

  /** The patterns that annotations on the method or on its class select. */
  void byMethod(DeclaredMethod method, List<Mark> methodMarks, List<Found> out) {
    Set<EntryPattern> done = new HashSet<>();
    for (int i = 0; i < methodMarks.size(); i++) {
      Mark mark = methodMarks.get(i);
      for (EntryPattern pattern : at.patterns().forMethodAnnotation(mark.name())) {
        if (pattern instanceof AnnotatedMethod annotated && done.add(pattern)) {
          select(annotated, method, methodMarks, i, out);
        }
      }
    }
    byClass(method, methodMarks, done, out);
  }

  private void select(
      AnnotatedMethod pattern,
      DeclaredMethod method,
      List<Mark> methodMarks,
      int first,
      List<Found> out) {
    Mark mark = methodMarks.get(first);
    if (!listensTo(pattern, method, mark)) {
      return;
    }
    List<DeclaredType> found = hosts.of(method, pattern);
    if (found.isEmpty()) {
      return;
    }
    List<String> routes = new ArrayList<>();
    for (DeclaredType host : found) {
      Candidate candidate = candidate(method, host, methodMarks);
      // An annotation may be repeated; what a base method says counts only where nothing nearer is.
      methodMarks.subList(first, methodMarks.size()).stream()
          .filter(m -> m.at() == mark.at() && pattern.annotations().contains(m.name()))
          .flatMap(m -> at.routes().of(pattern.route(), candidate.selectedBy(m)).stream())
          .forEach(routes::add);
    }
    boolean waits = at.waiters().waits(pattern.traits().waiting(), method, methodMarks);
    out.add(new Found(pattern, RouteText.together(routes), waits));
  }

  private void byClass(
      DeclaredMethod method, List<Mark> methodMarks, Set<EntryPattern> done, List<Found> out) {
    if (!method.decl().is(Modifier.PUBLIC) || method.decl().is(Modifier.STATIC)) {
      return;
    }
    for (Mark mark : at.marks().of(method.owner())) {
      for (EntryPattern pattern : at.patterns().forClassAnnotation(mark.name())) {
        boolean all = pattern instanceof AnnotatedMethod && pattern.traits().is(Flag.CLASS_TOO);
        if (all && done.add(pattern)) {
          hosts.of(method).stream()
              .findFirst()
              .map(host -> candidate(method, host, methodMarks).selectedBy(mark))
              .ifPresent(candidate -> out.add(at.found(pattern, candidate)));
        }
      }
    }
  }

  /** The patterns that annotations on parameters select. */
  void byParameter(DeclaredMethod method, List<Mark> methodMarks, List<Found> out) {
    for (int i = 0; i < method.decl().params().size(); i++) {
      for (Mark mark : at.marks().ofParameter(method, i)) {
        for (AnnotatedParameter pattern : at.patterns().forParameterAnnotation(mark.name())) {
          String type = at.names().qualify(method.decl().params().get(i).type(), method.owner());
          boolean wanted =
              pattern.parameterTypes().isEmpty() || pattern.parameterTypes().contains(type);
          if (wanted) {
            Candidate candidate =
                candidate(method, method.owner(), methodMarks).selectedBy(mark, i);
            out.add(at.found(pattern, candidate));
          }
        }
      }
    }
  }

  private Candidate candidate(DeclaredMethod method, DeclaredType host, List<Mark> methodMarks) {
    return new Candidate(
        method, host, Optional.empty(), methodMarks, at.marks().of(host), OptionalInt.empty());
  }

  private boolean listensTo(AnnotatedMethod pattern, DeclaredMethod method, Mark mark) {
    if (pattern.parameterTypes().isEmpty()) {
      return true;
    }
    List<String> types = writtenTypes(pattern, mark);
    if (types.isEmpty() && !method.decl().params().isEmpty()) {
      types = List.of(at.names().qualify(method.decl().params().get(0).type(), method.owner()));
    }
    return types.stream().anyMatch(pattern.parameterTypes()::contains);
  }

  private List<String> writtenTypes(AnnotatedMethod pattern, Mark mark) {
    List<String> out = new ArrayList<>();
    for (RoutePart part : pattern.route().at(Place.METHOD)) {
      for (String member : part.members()) {
        mark.member(member).ifPresent(value -> classes(value.expr(), value.at(), out));
      }
    }
    return out;
  }

  private void classes(Expr expr, DeclaredType in, List<String> out) {
    if (expr instanceof Expr.ClassLiteral literal) {
      out.add(at.names().qualify(literal.type(), in));
    } else if (expr instanceof Expr.ArrayOf array) {
      array.values().forEach(value -> classes(value, in, out));
    }
  }
}
