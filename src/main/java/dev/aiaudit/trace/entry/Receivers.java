package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.EntryPattern.Registration;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Import;
import dev.aiaudit.syntax.Node;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a call is made on a type that a registration names. Library methods whose return
 * type is not known hide the receiver of a fluent call; then the start of the chain decides.
 */
final class Receivers {
  private static final int MAX_STEPS = 40;
  private static final int PACKAGE_PARTS = 3;

  private final Typer typer;
  private final KnownNames names;
  private final Hierarchy hierarchy;

  Receivers(Typer typer, KnownNames names, Hierarchy hierarchy) {
    this.typer = typer;
    this.names = names;
    this.hierarchy = hierarchy;
  }

  /** Whether the call is one of those that the pattern means. */
  boolean accepts(Registration pattern, Expr call, Code code) {
    if (call instanceof Expr.New creation) {
      String type = names.qualify(creation.type(), code.owner());
      return pattern.types().contains(type) || related(pattern, type);
    }
    return call instanceof Expr.Call method && accepts(pattern, method, code);
  }

  private boolean accepts(Registration pattern, Expr.Call call, Code code) {
    Callee callee = typer.callee(call, code);
    if (!callee.methods().isEmpty()) {
      return false;
    }
    if (call.scope().isEmpty()) {
      return unqualified(pattern, callee, code);
    }
    String type = names.qualify(callee.receiver(), code.owner());
    if (pattern.types().contains(type) || related(pattern, type)) {
      return true;
    }
    if (callee.receiver().isKnown() || type.contains(".")) {
      return pattern.distinctive() && (sameLibrary(pattern, type) || extendsLibrary(pattern, type));
    }
    String root = root(call.scope().get(), code, MAX_STEPS);
    return root.isEmpty() ? pattern.distinctive() : madeBy(pattern, root);
  }

  /** A call on {@code this}, or of a method that is imported as a static one. */
  private boolean unqualified(Registration pattern, Callee callee, Code code) {
    String type = names.qualify(callee.receiver(), code.owner());
    if (pattern.types().contains(type)) {
      return true;
    }
    for (Import i : code.owner().file().syntax().imports()) {
      if (i.isStatic() && i.onDemand() && pattern.types().contains(i.name())) {
        return true;
      }
    }
    for (Optional<DeclaredType> t = Optional.of(code.owner()); t.isPresent(); t = t.get().outer()) {
      if (hierarchy.above(t.get()).names().stream().anyMatch(pattern.types()::contains)
          || pattern.distinctive() && extendsLibrary(pattern, t.get().name())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a type is a known subtype of one that the pattern names. */
  private boolean related(Registration pattern, String type) {
    Optional<DeclaredType> declared = typer.project().find(type);
    List<String> above =
        declared.isPresent()
            ? hierarchy.above(declared.get()).names()
            : typer.project().supertypes(JavaType.known(type)).stream()
                .map(JavaType::name)
                .toList();
    return above.stream().anyMatch(pattern.types()::contains);
  }

  /** Whether a type of the tree extends one of the library that the pattern is about. */
  private boolean extendsLibrary(Registration pattern, String type) {
    return typer.project().find(type).stream()
        .flatMap(t -> hierarchy.above(t).names().stream())
        .anyMatch(above -> sameLibrary(pattern, above));
  }

  /** Whether a chain that starts at this type may lead to a type that the pattern names. */
  private boolean madeBy(Registration pattern, String root) {
    return pattern.types().stream()
            .anyMatch(
                t ->
                    t.equals(root)
                        || t.startsWith(root + ".")
                        || !root.startsWith("java.")
                            && home(t).equals(home(root))
                            && !home(t).isEmpty())
        || related(pattern, root);
  }

  private static boolean sameLibrary(Registration pattern, String type) {
    return pattern.types().stream()
        .anyMatch(
            t ->
                KnownNames.parts(t, 2).equals(KnownNames.parts(type, 2))
                    && !type.startsWith("java."));
  }

  /** The first parts of the package, by which libraries are told apart. */
  private static String home(String type) {
    return KnownNames.parts(type, PACKAGE_PARTS);
  }

  /** The full name of the type with which a chain of calls starts; empty when it is not known. */
  String root(Expr start, Code code, int steps) {
    String type = names.qualify(typer.typeOf(start, code), code.owner());
    if (type.contains(".") || steps == 0) {
      return type.contains(".") ? type : "";
    }
    if (start instanceof Expr.Call call) {
      return call.scope()
          .map(scope -> root(scope, code, steps - 1))
          .orElseGet(() -> ofUnqualified(call, code));
    }
    if (start instanceof Expr.New creation) {
      String made = names.qualify(creation.type(), code.owner());
      return made.contains(".") ? made : "";
    }
    return start instanceof Expr.Name name
        ? typer
            .variable(name.id(), name, code)
            .map(variable -> ofVariable(variable, steps - 1))
            .orElseGet(() -> ofTypeName(name, code))
        : "";
  }

  private String ofUnqualified(Expr.Call call, Code code) {
    Callee callee = typer.callee(call, code);
    String owner = code.owner().name();
    String type = names.qualify(callee.receiver(), code.owner());
    if (!type.equals(owner)) {
      return type.contains(".") ? type : "";
    }
    List<String> above = hierarchy.above(code.owner()).names();
    return callee.methods().isEmpty() && !above.isEmpty() ? above.get(above.size() - 1) : "";
  }

  private String ofTypeName(Expr.Name name, Code code) {
    String type = names.qualify(dev.aiaudit.syntax.TypeRef.of(name.id()), code.owner());
    return type.contains(".") ? type : "";
  }

  private String ofVariable(Variable variable, int steps) {
    if (variable instanceof Variable.Local local) {
      String type =
          local.decl().type().inferred()
              ? ""
              : names.qualify(local.decl().type(), local.code().owner());
      return type.contains(".")
          ? type
          : local.decl().init().map(init -> root(init, local.code(), steps)).orElse("");
    }
    if (variable instanceof Variable.Parameter parameter) {
      String type = names.qualify(parameter.param().type(), parameter.method().owner());
      return type.contains(".") ? type : "";
    }
    if (variable instanceof Variable.Field field) {
      String type = names.qualify(field.decl().type(), field.owner());
      return type.contains(".") ? type : "";
    }
    return variable instanceof Variable.LambdaParam param ? ofLambda(param, steps) : "";
  }

  /** A builder that a lambda gets belongs to the call that takes the lambda. */
  private String ofLambda(Variable.LambdaParam param, int steps) {
    Optional<Node> parent = param.code().parent(param.lambda());
    return parent.isPresent() && parent.get() instanceof Expr.Call call
        ? root(call, param.code(), steps)
        : "";
  }
}
