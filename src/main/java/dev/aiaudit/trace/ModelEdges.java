package dev.aiaudit.trace;

import dev.aiaudit.catalog.ModelClients;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model of the project's own, such as a router over several providers, is called by a client or
 * service proxy of its library, and nobody names it there. Finds the requests that it serves.
 */
final class ModelEdges {
  private final Typer typer;
  private final ModelClients known;
  private final List<Edge> requests;
  private final Map<String, Given> givenTo = new HashMap<>();

  /**
   * What the builders of a service are given.
   *
   * @param built whether there is a builder of it
   * @param models the types of the models
   */
  private record Given(boolean built, List<JavaType> models) {}

  ModelEdges(Typer typer, ModelClients known, List<Edge> requests) {
    this.typer = typer;
    this.known = known;
    this.requests = List.copyOf(requests);
  }

  /** The requests that may end in a method of a model; marked where another model may be meant. */
  List<Edge> of(DeclaredMethod method) {
    List<Edge> out = new ArrayList<>();
    for (ModelClients.Client client : known.clients()) {
      boolean asked =
          client.fluent().containsKey(method.name()) || client.services().contains(method.name());
      if (asked && isModel(method.owner(), client) && isMade(method.owner())) {
        requests.forEach(request -> serve(request, method, client, out));
      }
    }
    return out;
  }

  private boolean isModel(DeclaredType type, ModelClients.Client client) {
    return client.models().stream().anyMatch(m -> typer.project().isSubtype(type.type(), m));
  }

  /** Whether some code creates an object of the class, or its container does. */
  private boolean isMade(DeclaredType type) {
    return !typer.project().index().filesCreating(type.decl().name()).isEmpty()
        || type.decl().annotations().stream().anyMatch(a -> known.beans().contains(a.simpleName()));
  }

  private void serve(
      Edge request, DeclaredMethod method, ModelClients.Client client, List<Edge> out) {
    if (!(request.node() instanceof Expr.Call call)) {
      return;
    }
    String receiver = typer.callee(call, request.code()).receiver().name();
    boolean fluent = receiver.equals(client.fluent().getOrDefault(method.name(), "-"));
    boolean certain = false;
    if (!fluent) {
      Optional<DeclaredType> service =
          client.services().contains(method.name())
              ? service(call, request.code())
              : Optional.empty();
      Optional<Boolean> given = service.flatMap(s -> givenTo(s, method.owner(), client));
      if (given.isEmpty()) {
        return;
      }
      certain = given.get() && request.certain();
    }
    out.add(
        new Edge(request.code(), request.node(), fluent ? request.via() : Via.INJECTED, certain));
  }

  private Optional<DeclaredType> service(Expr.Call call, Code code) {
    return typer.callee(call, code).methods().stream()
        .map(DeclaredMethod::owner)
        .filter(t -> t.decl().isInterface())
        .findFirst();
  }

  /** Whether a service surely has the model; empty when it has none or another one. */
  private Optional<Boolean> givenTo(
      DeclaredType service, DeclaredType model, ModelClients.Client client) {
    Given given = givenTo.computeIfAbsent(service.name(), n -> search(service, client));
    if (!given.built()) {
      boolean annotated =
          service.decl().annotations().stream().anyMatch(a -> isOneOf(a, service, client));
      return annotated ? Optional.of(false) : Optional.empty();
    }
    boolean exactly = given.models().stream().anyMatch(t -> t.is(model.name()));
    boolean perhaps =
        given.models().isEmpty()
            || given.models().stream()
                .anyMatch(t -> !t.isKnown() || typer.project().isSubtype(model.type(), t.name()));
    return exactly || perhaps ? Optional.of(exactly) : Optional.empty();
  }

  private boolean isOneOf(Annotation annotation, DeclaredType on, ModelClients.Client client) {
    JavaType type = typer.project().names().resolve(TypeRef.of(annotation.name()), on);
    return client.annotations().contains(type.name());
  }

  /** The code that names both the builder and the class of the service. */
  private Given search(DeclaredType service, ModelClients.Client client) {
    String builder = client.builder().substring(client.builder().lastIndexOf('.') + 1);
    FileSet files =
        typer
            .project()
            .index()
            .filesMentioning(service.decl().name())
            .intersect(typer.project().index().filesMentioning(builder));
    List<JavaType> models = new ArrayList<>();
    boolean built = false;
    for (int i = 0; i < files.size(); i++) {
      if (!typer.project().tree().isTest(files.get(i))) {
        for (DeclaredType type :
            typer.project().tree().load(files.get(i)).map(f -> f.types()).orElse(List.of())) {
          for (Code code : type.codes()) {
            if (names(code, service)) {
              built = true;
              models(code, client, models);
            }
          }
        }
      }
    }
    return new Given(built, List.copyOf(models));
  }

  private boolean names(Code code, DeclaredType service) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        code.root(),
        n ->
            found[0] |=
                n instanceof Expr.ClassLiteral literal
                    && typer.resolve(literal.type(), code).is(service.name()));
    return found[0];
  }

  private void models(Code code, ModelClients.Client client, List<JavaType> out) {
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Expr.Call call && client.given().contains(call.name())) {
            call.args().stream()
                .filter(a -> !(a instanceof Expr.ClassLiteral))
                .map(a -> typer.typeOf(a, code))
                .forEach(out::add);
          }
        });
  }
}
