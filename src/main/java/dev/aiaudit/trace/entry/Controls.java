package dev.aiaudit.trace.entry;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;

/**
 * Names the button, menu item or field that a listener is added to: by the text that it is made
 * with, as a person sees it, else by its variable.
 */
final class Controls {
  private final Typer typer;

  Controls(Typer typer) {
    this.typer = typer;
  }

  /** The control of a registering call; empty when nothing names it. */
  Optional<String> of(Expr call, Code code) {
    if (call instanceof Expr.New made) {
      return caption(made.args());
    }
    return call instanceof Expr.Call c ? c.scope().flatMap(on -> name(on, code)) : Optional.empty();
  }

  private Optional<String> name(Expr on, Code code) {
    if (on instanceof Expr.New made) {
      return caption(made.args());
    }
    if (on instanceof Expr.Name name) {
      return Optional.of(
          typer
              .variable(name.id(), name, code)
              .flatMap(Controls::init)
              .flatMap(Controls::caption)
              .orElse(name.id()));
    }
    if (on instanceof Expr.FieldAccess access) {
      return Optional.of(access.name());
    }
    return on instanceof Expr.Call getter && getter.args().isEmpty()
        ? Optional.of(getter.name() + "()")
        : Optional.empty();
  }

  private static Optional<Expr> init(Variable variable) {
    if (variable instanceof Variable.Local local) {
      return local.decl().init();
    }
    return variable instanceof Variable.Field field ? field.decl().init() : Optional.empty();
  }

  private static Optional<String> caption(Expr init) {
    return init instanceof Expr.New made ? caption(made.args()) : Optional.empty();
  }

  private static Optional<String> caption(List<Expr> args) {
    return args.stream()
        .filter(Expr.Literal.class::isInstance)
        .map(Expr.Literal.class::cast)
        .filter(literal -> literal.is(Expr.Literal.Kind.STRING))
        .map(Expr.Literal::value)
        .filter(text -> !text.isBlank())
        .findFirst();
  }
}
