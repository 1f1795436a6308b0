package dev.aiaudit.flow.proxy;

import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the values of an annotation's members: texts, types, numbers. */
final class MemberValues {
  private static final int MAX_DEPTH = 8;

  private final ProxyKnowledge knowledge;

  MemberValues(ProxyKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The first member of the list that is written. */
  static Optional<Expr> written(Mark mark, List<String> members) {
    return members.stream().flatMap(m -> mark.written().member(m).stream()).findFirst();
  }

  /** The text of a member, constants followed; empty when it is blank or not written. */
  Optional<String> text(Mark mark, List<String> members) {
    return written(mark, members).flatMap(e -> text(e, mark.in(), 0)).filter(t -> !t.isBlank());
  }

  /** The types that a member lists. */
  List<JavaType> types(Mark mark, List<String> members) {
    List<JavaType> out = new ArrayList<>();
    for (String member : members) {
      mark.written().member(member).ifPresent(e -> addTypes(e, mark.in(), out));
    }
    return out;
  }

  private void addTypes(Expr e, DeclaredType in, List<JavaType> out) {
    if (e instanceof Expr.ArrayOf array) {
      array.values().forEach(v -> addTypes(v, in, out));
    } else if (e instanceof Expr.ClassLiteral literal) {
      JavaType type = knowledge.project().names().resolve(literal.type(), in);
      if (!type.is("void")) {
        out.add(type);
      }
    }
  }

  /** The whole number of a member. */
  Optional<Long> number(Mark mark, List<String> members) {
    return text(mark, members).flatMap(MemberValues::parsed);
  }

  static Optional<Long> parsed(String text) {
    String digits = text.strip().replace("_", "").replaceAll("[lL]$", "");
    return digits.matches("\\d{1,15}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }

  private Optional<String> text(Expr e, DeclaredType in, int depth) {
    if (depth > MAX_DEPTH) {
      return Optional.empty();
    }
    if (e instanceof Expr.Literal literal) {
      return Optional.of(literal.value());
    }
    if (e instanceof Expr.ArrayOf array) {
      return array.values().stream().findFirst().flatMap(v -> text(v, in, depth + 1));
    }
    if (e instanceof Expr.Binary binary && binary.operator().equals("+")) {
      Optional<String> right = text(binary.right(), in, depth + 1);
      return text(binary.left(), in, depth + 1).flatMap(l -> right.map(r -> l + r));
    }
    if (e instanceof Expr.Name name) {
      return constant(name.id(), in, depth).or(() -> Optional.of(name.id()));
    }
    if (e instanceof Expr.FieldAccess access) {
      return access.scope() instanceof Expr.Name owner
          ? inType(owner.id(), access.name(), in, depth).or(() -> Optional.of(access.name()))
          : Optional.of(access.name());
    }
    return Optional.empty();
  }

  private Optional<String> constant(String name, DeclaredType in, int depth) {
    for (Optional<DeclaredType> t = Optional.of(in); t.isPresent(); t = t.get().outer()) {
      Optional<Variable.Field> field = knowledge.typer().members().field(name, t.get());
      if (field.isPresent()) {
        return value(field.get(), depth);
      }
    }
    return in.file().syntax().imports().stream()
        .filter(i -> i.isStatic() && !i.onDemand() && i.simpleName().equals(name))
        .flatMap(i -> knowledge.project().find(owner(i.name())).stream())
        .flatMap(t -> knowledge.typer().members().field(name, t).stream())
        .flatMap(f -> value(f, depth).stream())
        .findFirst();
  }

  private static String owner(String member) {
    return member.substring(0, Math.max(0, member.lastIndexOf('.')));
  }

  private Optional<String> inType(String type, String name, DeclaredType in, int depth) {
    return knowledge
        .project()
        .find(knowledge.project().names().resolve(TypeRef.of(type), in))
        .flatMap(t -> knowledge.typer().members().field(name, t))
        .flatMap(f -> value(f, depth));
  }

  private Optional<String> value(Variable.Field field, int depth) {
    return field.decl().init().flatMap(i -> text(i, field.owner(), depth + 1));
  }
}
