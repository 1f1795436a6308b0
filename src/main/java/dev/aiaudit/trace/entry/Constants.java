package dev.aiaudit.trace.entry;

import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Members;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Import;
import dev.aiaudit.syntax.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values of constant expressions, as in annotation members: texts, sums of texts, constants. */
final class Constants {
  private static final int MAX_DEPTH = 12;

  private final Project project;
  private final Members members;

  Constants(Project project, Members members) {
    this.project = project;
    this.members = members;
  }

  /** The texts of a value or of an array of values; what cannot be computed is left out. */
  List<String> texts(Expr expr, DeclaredType at) {
    List<String> out = new ArrayList<>();
    if (expr instanceof Expr.ArrayOf array) {
      array.values().forEach(value -> out.addAll(texts(value, at)));
    } else {
      text(expr, at).ifPresent(out::add);
    }
    return out;
  }

  /** The text of a constant; of an enum constant or a class its simple name. */
  Optional<String> text(Expr expr, DeclaredType at) {
    return text(expr, at, 0);
  }

  private Optional<String> text(Expr expr, DeclaredType at, int depth) {
    if (depth > MAX_DEPTH) {
      return Optional.empty();
    }
    if (expr instanceof Expr.Literal literal) {
      return Optional.of(literal.value());
    }
    if (expr instanceof Expr.ClassLiteral literal) {
      return Optional.of(literal.type().simpleName());
    }
    if (expr instanceof Expr.Binary binary) {
      return binary(binary, at, depth);
    }
    if (expr instanceof Expr.Name name) {
      return named(name.id(), at, depth);
    }
    if (expr instanceof Expr.FieldAccess access) {
      return inType(access, at, depth);
    }
    return expr instanceof Expr.Cast cast ? text(cast.operand(), at, depth + 1) : Optional.empty();
  }

  private Optional<String> binary(Expr.Binary binary, DeclaredType at, int depth) {
    Optional<String> left = text(binary.left(), at, depth + 1);
    Optional<String> right = text(binary.right(), at, depth + 1);
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? right : left;
    }
    Optional<Long> a = Durations.number(left.get());
    Optional<Long> b = Durations.number(right.get());
    if (a.isPresent() && b.isPresent()) {
      return Durations.compute(binary.operator(), a.get(), b.get()).map(String::valueOf);
    }
    return binary.operator().equals("+") ? Optional.of(left.get() + right.get()) : left;
  }

  private Optional<String> named(String name, DeclaredType at, int depth) {
    for (Optional<DeclaredType> t = Optional.of(at); t.isPresent(); t = t.get().outer()) {
      Optional<Variable.Field> field = members.field(name, t.get());
      if (field.isPresent()) {
        return field.map(found -> shown(found, depth));
      }
    }
    return imported(name, at, depth).or(() -> Optional.of(name));
  }

  private Optional<String> imported(String name, DeclaredType at, int depth) {
    for (Import i : at.file().syntax().imports()) {
      if (i.isStatic() && (i.onDemand() || i.simpleName().equals(name))) {
        String owner =
            i.onDemand() ? i.name() : i.name().substring(0, Math.max(0, i.name().lastIndexOf('.')));
        Optional<String> found =
            project
                .find(owner)
                .flatMap(type -> members.field(name, type))
                .flatMap(field -> valueOf(field, depth));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> inType(Expr.FieldAccess access, DeclaredType at, int depth) {
    Optional<Variable.Field> field =
        written(access.scope())
            .map(scope -> project.names().resolve(TypeRef.of(scope), at))
            .flatMap(project::find)
            .flatMap(type -> members.field(access.name(), type));
    // A constant of a library is best shown by its own name: RequestMethod.POST, MediaType.X.
    return field.map(found -> shown(found, depth)).or(() -> Optional.of(access.name()));
  }

  /** The value of a field; of one that is set elsewhere its name, written like a placeholder. */
  private String shown(Variable.Field field, int depth) {
    return valueOf(field, depth).orElse("${" + field.name() + "}");
  }

  private Optional<String> valueOf(Variable.Field field, int depth) {
    return field.decl().init().flatMap(init -> text(init, field.owner(), depth + 1));
  }

  private static Optional<String> written(Expr scope) {
    if (scope instanceof Expr.Name name) {
      return Optional.of(name.id());
    }
    return scope instanceof Expr.FieldAccess access
        ? written(access.scope()).map(outer -> outer + "." + access.name())
        : Optional.empty();
  }
}
