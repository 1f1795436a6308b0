package dev.aiaudit.flow.wait;

import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The name under which Quarkus configures the model of a request, where there are several. */
final class ModelName {
  private final Typer typer;

  ModelName(Typer typer) {
    this.typer = typer;
  }

  /** Empty when the request goes to the only or the default model. */
  Optional<String> of(RequestSite site) {
    if (!(site.node() instanceof Expr.Call call)) {
      return Optional.empty();
    }
    Optional<String> ofService =
        typer.callee(call, site.code()).methods().stream()
            .flatMap(m -> member(m.owner().decl().annotations(), "RegisterAiService", "modelName"))
            .findFirst();
    return ofService.or(() -> call.scope().flatMap(s -> ofPlace(s, site)));
  }

  /** The qualifier of the field or constructor parameter that holds the model. */
  private Optional<String> ofPlace(Expr receiver, RequestSite site) {
    Optional<Variable> variable = typer.variable(receiver, site.code());
    if (variable.isEmpty() || !(variable.get() instanceof Variable.Field field)) {
      return Optional.empty();
    }
    DeclaredType owner = field.owner();
    Stream<Annotation> ofParameters =
        owner.methods().stream()
            .filter(m -> m.decl().isConstructor())
            .flatMap(m -> m.decl().params().stream())
            .filter(p -> p.name().equals(field.name()))
            .flatMap(p -> p.annotations().stream());
    List<Annotation> all =
        Stream.concat(field.decl().annotations().stream(), ofParameters).toList();
    return member(all, "ModelName", "value").findFirst();
  }

  private static Stream<String> member(
      List<Annotation> annotations, String annotation, String member) {
    return annotations.stream()
        .filter(a -> a.simpleName().equals(annotation))
        .flatMap(a -> a.member(member).stream())
        .filter(e -> e instanceof Expr.Literal l && l.is(Expr.Literal.Kind.STRING))
        .map(e -> ((Expr.Literal) e).value());
  }
}
