package dev.aiaudit.resolve;

import dev.aiaudit.syntax.Case;
import dev.aiaudit.syntax.Catch;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Import;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.List;
import java.util.Optional;

/** Finds what a simple name stands for at a place in the code. */
final class Scopes {
  private final Project project;
  private final Members members;

  Scopes(Project project, Members members) {
    this.project = project;
    this.members = members;
  }

  /** The variable that the name means where the node is. */
  Optional<Variable> find(String name, Node at, Code code) {
    Optional<Variable> local = inCode(name, at, code);
    if (local.isPresent()) {
      return local;
    }
    Optional<Variable> field = members.field(name, code.owner()).map(f -> (Variable) f);
    if (field.isPresent()) {
      return field;
    }
    Optional<DeclaredType.Place> place = code.owner().place();
    if (place.isPresent()) {
      return find(name, place.get().node(), place.get().code());
    }
    return outerField(name, code.owner()).or(() -> staticImport(name, code.owner()));
  }

  private Optional<Variable> outerField(String name, DeclaredType type) {
    for (Optional<DeclaredType> t = type.outer(); t.isPresent(); t = t.get().outer()) {
      Optional<Variable.Field> field = members.field(name, t.get());
      if (field.isPresent()) {
        return field.map(f -> f);
      }
      Optional<DeclaredType.Place> place = t.get().place();
      if (place.isPresent()) {
        return find(name, place.get().node(), place.get().code());
      }
    }
    return constant(name, type);
  }

  /**
   * A case label names an enum constant without its type; the type itself is among the outer ones
   * too.
   */
  private static Optional<Variable> constant(String name, DeclaredType type) {
    for (Optional<DeclaredType> t = Optional.of(type); t.isPresent(); t = t.get().outer()) {
      DeclaredType owner = t.get();
      if (owner.decl().constants().stream().anyMatch(c -> c.name().equals(name))) {
        return Optional.of(new Variable.Constant(name, owner, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private Optional<Variable> staticImport(String name, DeclaredType type) {
    for (Import i : type.file().syntax().imports()) {
      if (!i.isStatic() || !i.onDemand() && !i.simpleName().equals(name)) {
        continue;
      }
      String owner =
          i.onDemand() ? i.name() : i.name().substring(0, Math.max(0, i.name().lastIndexOf('.')));
      Optional<Variable> found =
          project.find(owner).flatMap(t -> members.field(name, t)).map(f -> (Variable) f);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Variable> inCode(String name, Node at, Code code) {
    Node child = at;
    Optional<Node> parent = code.parent(at);
    while (parent.isPresent()) {
      Optional<Variable> found = declaredIn(parent.get(), child, name, code);
      if (found.isPresent()) {
        return found;
      }
      child = parent.get();
      parent = code.parent(child);
    }
    return code.method().flatMap(m -> parameter(name, m));
  }

  private static Optional<Variable> parameter(String name, DeclaredMethod method) {
    for (int i = 0; i < method.decl().params().size(); i++) {
      if (method.decl().params().get(i).name().equals(name)) {
        return Optional.of(new Variable.Parameter(method.decl().params().get(i), i, method));
      }
    }
    return Optional.empty();
  }

  private Optional<Variable> declaredIn(Node node, Node child, String name, Code code) {
    if (node instanceof Stmt.Block block) {
      return before(block.statements(), child, name, code);
    }
    if (node instanceof Expr.Lambda lambda) {
      return lambdaParam(lambda, name, code);
    }
    if (node instanceof Stmt.ForEach loop && child == loop.body() && loop.name().equals(name)) {
      return Optional.of(new Variable.Element(loop, code));
    }
    if (node instanceof Stmt.Try attempt) {
      return inTry(attempt, child, name, code);
    }
    if (node instanceof Stmt.Loop loop) {
      return before(loop.init(), child, name, code)
          .or(() -> loop.condition().flatMap(c -> pattern(c, child, name, code)));
    }
    if (node instanceof Stmt.If branch) {
      return pattern(branch.condition(), child, name, code);
    }
    if (node instanceof Expr.Binary binary) {
      return pattern(binary.left(), child, name, code);
    }
    if (node instanceof Expr.Conditional conditional) {
      return pattern(conditional.condition(), child, name, code);
    }
    if (node instanceof Stmt.Switch choice) {
      return inCases(choice.cases(), child, name, code);
    }
    return node instanceof Expr.Switch choice
        ? inCases(choice.cases(), child, name, code)
        : Optional.empty();
  }

  private static Optional<Variable> before(
      List<? extends Node> statements, Node child, String name, Code code) {
    Optional<Variable> last = Optional.empty();
    for (Node s : statements) {
      if (s == child) {
        break;
      }
      if (s instanceof Stmt.Local local && local.name().equals(name)) {
        last = Optional.of(new Variable.Local(local, code));
      } else if (s instanceof Stmt.If branch && last.isEmpty()) {
        // `if (!(x instanceof Foo foo)) return;` binds foo for what follows.
        last = pattern(branch.condition(), child, name, code);
      }
    }
    return last;
  }

  private static Optional<Variable> lambdaParam(Expr.Lambda lambda, String name, Code code) {
    for (int i = 0; i < lambda.params().size(); i++) {
      if (lambda.params().get(i).name().equals(name)) {
        return Optional.of(new Variable.LambdaParam(lambda, i, code));
      }
    }
    return Optional.empty();
  }

  private static Optional<Variable> inTry(Stmt.Try attempt, Node child, String name, Code code) {
    for (Catch c : attempt.catches()) {
      if (c.body() == child) {
        return c.name().equals(name)
            ? Optional.of(new Variable.Caught(c.types(), name, code))
            : Optional.empty();
      }
    }
    return before(attempt.resources(), child, name, code);
  }

  private static Optional<Variable> inCases(List<Case> cases, Node child, String name, Code code) {
    for (Case c : cases) {
      if (c.body().stream().anyMatch(s -> s == child)) {
        return before(c.body(), child, name, code)
            .or(
                () ->
                    c.labels().stream()
                        .flatMap(l -> pattern(l, child, name, code).stream())
                        .findFirst());
      }
    }
    return Optional.empty();
  }

  private static Optional<Variable> pattern(Expr condition, Node child, String name, Code code) {
    if (condition == child) {
      return Optional.empty();
    }
    Variable[] found = new Variable[1];
    Nodes.walk(
        condition,
        n -> {
          if (n instanceof Expr.InstanceOf test
              && test.binding().filter(name::equals).isPresent()) {
            found[0] = new Variable.Pattern(test.type(), name, code);
          }
        });
    return Optional.ofNullable(found[0]);
  }
}
