package dev.aiaudit.resolve;

import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the functional interface that a lambda stands for, and the types of its parameters. */
final class LambdaTyper {
  private final Project project;
  private final Members members;
  private final Typer typer;

  LambdaTyper(Project project, Members members, Typer typer) {
    this.project = project;
    this.members = members;
    this.typer = typer;
  }

  JavaType expected(Expr lambda, Code code) {
    Optional<Node> parent = code.parent(lambda);
    if (parent.isEmpty()) {
      return code.field()
          .map(f -> project.names().resolve(f.type(), code.owner()))
          .orElse(JavaType.UNKNOWN);
    }
    Node around = parent.get();
    if (around instanceof Expr.Call call) {
      return ofArgument(typer.callee(call, code), position(call.args(), lambda));
    }
    if (around instanceof Expr.New creation) {
      return ofArgument(typer.callee(creation, code), position(creation.args(), lambda));
    }
    if (around instanceof Stmt.Local local && !local.type().inferred()) {
      return typer.resolve(local.type(), code);
    }
    if (around instanceof Expr.Assign assign) {
      return typer.typeOf(assign.target(), code);
    }
    if (around instanceof Expr.Cast cast) {
      return typer.resolve(cast.type(), code);
    }
    if (around instanceof Stmt.Return) {
      return code.method()
          .map(m -> typer.resolve(m.decl().returnType(), code))
          .orElse(JavaType.UNKNOWN);
    }
    return JavaType.UNKNOWN;
  }

  private static int position(List<Expr> args, Expr arg) {
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i) == arg) {
        return i;
      }
    }
    return -1;
  }

  private JavaType ofArgument(Callee callee, int position) {
    if (callee.methods().isEmpty() || position < 0) {
      return JavaType.UNKNOWN;
    }
    DeclaredMethod method = callee.methods().get(0);
    int params = method.decl().params().size();
    if (params == 0) {
      return JavaType.UNKNOWN;
    }
    int index = Math.min(position, params - 1);
    JavaType type = typer.parameterType(method, index);
    if (method.decl().params().get(index).varArgs()) {
      type = type.element();
    }
    return type.substitute(Project.variables(method.owner(), callee.receiver()));
  }

  JavaType parameterType(Expr.Lambda lambda, int position, Code code) {
    JavaType type = expected(lambda, code);
    Optional<DeclaredType> declared = project.find(type);
    if (declared.isPresent()) {
      return members
          .functionalMethod(declared.get())
          .filter(m -> position < m.decl().params().size())
          .map(
              m ->
                  typer
                      .parameterType(m, position)
                      .substitute(Project.variables(declared.get(), type)))
          .orElse(JavaType.UNKNOWN);
    }
    if (!type.arguments().isEmpty()) {
      JavaType argument = type.argument(position);
      return argument.kind() == JavaType.Kind.VARIABLE ? JavaType.UNKNOWN : argument;
    }
    return ofLibraryCall(lambda, position, code);
  }

  /** {@code list.forEach(x -> ..)}: the parameter is the element of the receiver. */
  private JavaType ofLibraryCall(Expr.Lambda lambda, int position, Code code) {
    Optional<Node> parent = code.parent(lambda);
    if (parent.isEmpty() || !(parent.get() instanceof Expr.Call call) || call.scope().isEmpty()) {
      return JavaType.UNKNOWN;
    }
    JavaType receiver = typer.typeOf(call.scope().get(), code);
    if (!receiver.isKnown()) {
      return JavaType.UNKNOWN;
    }
    OptionalInt argument = project.libraries().lambdaParameter(receiver.name(), call.name());
    return argument.isPresent()
        ? receiver.argument(argument.getAsInt() + position)
        : JavaType.UNKNOWN;
  }
}
