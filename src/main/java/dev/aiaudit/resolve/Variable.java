package dev.aiaudit.resolve;

import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.FieldDecl;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Param;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.syntax.TypeRef;
import java.util.List;
import java.util.Optional;

/** What a simple name in an expression stands for. */
public sealed interface Variable {

  /** Its name. */
  String name();

  /** A local variable, also one declared in the head of a loop or a try. */
  record Local(Stmt.Local decl, Code code) implements Variable {
    @Override
    public String name() {
      return decl.name();
    }
  }

  /** The variable of a for-each loop. */
  record Element(Stmt.ForEach loop, Code code) implements Variable {
    @Override
    public String name() {
      return loop.name();
    }
  }

  /** The parameter of a catch clause. */
  record Caught(List<TypeRef> types, String name, Code code) implements Variable {}

  /** A variable bound by a type pattern. */
  record Pattern(TypeRef type, String name, Code code) implements Variable {}

  /** A parameter of a lambda. */
  record LambdaParam(Expr.Lambda lambda, int position, Code code) implements Variable {
    @Override
    public String name() {
      return lambda.params().get(position).name();
    }
  }

  /** A parameter of a method or constructor. */
  record Parameter(Param param, int position, DeclaredMethod method) implements Variable {
    @Override
    public String name() {
      return param.name();
    }
  }

  /** A field of a type of the tree. */
  record Field(FieldDecl decl, DeclaredType owner) implements Variable {
    @Override
    public String name() {
      return decl.name();
    }

    /** The code of its initializer. */
    public Optional<Code> code() {
      return owner.codes().stream()
          .filter(c -> c.field().isPresent() && c.field().get() == decl)
          .findFirst();
    }
  }

  /** A constant of an enum of the tree. */
  record Constant(String name, DeclaredType owner, Optional<Node> node) implements Variable {}
}
