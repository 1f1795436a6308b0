package dev.aiaudit.detect;

import dev.aiaudit.catalog.CallPattern;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;

/** Chooses among call patterns that differ in a parameter type. */
final class Overload {
  private final Surroundings at;

  Overload(Surroundings at) {
    this.at = at;
  }

  Optional<CallPattern> choose(List<CallPattern> patterns, List<Expr> args, Code code) {
    if (patterns.size() < 2) {
      return patterns.stream().findFirst();
    }
    Optional<CallPattern> special =
        patterns.stream()
            .filter(p -> p.withParam().isPresent() && hasArgument(args, code, p.withParam().get()))
            .findFirst();
    return special
        .or(() -> patterns.stream().filter(p -> p.withParam().isEmpty()).findFirst())
        .or(() -> patterns.stream().findFirst());
  }

  private boolean hasArgument(List<Expr> args, Code code, String simpleType) {
    return args.stream().anyMatch(a -> is(at.typer().typeOf(a, code), simpleType));
  }

  private boolean is(JavaType type, String simpleType) {
    return type.simpleName().equals(simpleType)
        || (type.isKnown()
            && at.project().supertypes(type).stream()
                .anyMatch(t -> t.simpleName().equals(simpleType)));
  }
}
