package dev.aiaudit.trace;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds who publishes the events that a listener of the same process hears, by the type of the
 * event.
 */
final class EventEdges {
  /** Spring, CDI, Guava and EventBus, Vert.x. */
  private static final List<String> PUBLISHING =
      List.of("publishEvent", "fire", "fireAsync", "post", "publish", "multicastEvent");

  private final Project project;
  private final Typer typer;

  EventEdges(Typer typer) {
    this.typer = typer;
    this.project = typer.project();
  }

  List<Edge> publishers(DeclaredMethod listener) {
    List<Edge> out = new ArrayList<>();
    for (JavaType event : events(listener)) {
      FileSet seeing = project.index().filesMentioning(event.simpleName());
      for (String method : PUBLISHING) {
        collect(project.index().filesCalling(method).intersect(seeing), method, event, out);
      }
    }
    return out;
  }

  /** The classes named in the annotation, else the type of the parameter. */
  private List<JavaType> events(DeclaredMethod listener) {
    List<JavaType> out = new ArrayList<>();
    for (Annotation a : listener.decl().annotations()) {
      for (String member : List.of("value", "classes")) {
        a.member(member).ifPresent(value -> named(value, listener, out));
      }
    }
    if (out.isEmpty() && !listener.decl().params().isEmpty()) {
      out.add(typer.parameterType(listener, 0));
    }
    // A listener to everything has every publisher; such a path tells a reader nothing.
    out.removeIf(t -> !t.isKnown() || GENERAL.contains(t.name()));
    return out;
  }

  private static final Set<String> GENERAL =
      Set.of("java.lang.Object", "org.springframework.context.ApplicationEvent");

  private void named(Expr value, DeclaredMethod listener, List<JavaType> out) {
    Nodes.walk(
        value,
        n -> {
          if (n instanceof Expr.ClassLiteral literal) {
            out.add(project.names().resolve(literal.type(), listener.owner()));
          }
        });
  }

  private void collect(FileSet files, String method, JavaType event, List<Edge> out) {
    for (int i = 0; i < files.size(); i++) {
      if (project.tree().isTest(files.get(i))) {
        continue;
      }
      project
          .tree()
          .load(files.get(i))
          .ifPresent(
              f -> {
                for (DeclaredType type : f.types()) {
                  type.codes().forEach(code -> collect(code, method, event, out));
                }
              });
    }
  }

  private void collect(Code code, String method, JavaType event, List<Edge> out) {
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Expr.Call call
              && call.name().equals(method)
              && call.args().size() == 1
              && typer.callee(call, code).methods().isEmpty()
              && project.isSubtype(typer.typeOf(call.args().get(0), code), event.name())) {
            out.add(new Edge(code, call, Via.EVENT, true));
          }
        });
  }
}
