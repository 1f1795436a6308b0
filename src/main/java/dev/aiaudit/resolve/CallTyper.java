package dev.aiaudit.resolve;

import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Import;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds what calls mean and what they return. */
final class CallTyper {
  /** More overloads than this are generated; all of them are taken for the one that is called. */
  private static final int MOST_OVERLOADS = 60;

  private final Project project;
  private final Members members;
  private final Typer typer;
  private final Inference inference;
  private final LibraryCalls libraryCalls;

  CallTyper(Project project, Members members, Typer typer) {
    this.project = project;
    this.members = members;
    this.typer = typer;
    this.inference = new Inference(project, typer);
    this.libraryCalls = new LibraryCalls(project, typer);
  }

  Callee callee(Expr.Call call, Code code) {
    int count = call.args().size();
    if (call.name().equals("this") || call.name().equals("super")) {
      return constructor(call, code);
    }
    if (call.scope().isEmpty()) {
      return unqualified(call, code);
    }
    JavaType receiver = typer.typeOf(call.scope().get(), code);
    return new Callee(
        receiver,
        call.name(),
        count,
        select(inDeclared(receiver, call.name(), count, code), call.args(), code),
        call.scope().get() instanceof Expr.This);
  }

  private Callee constructor(Expr.Call call, Code code) {
    JavaType type =
        call.name().equals("this")
            ? code.owner().type()
            : project.directSupertypes(code.owner()).stream().findFirst().orElse(JavaType.UNKNOWN);
    List<DeclaredMethod> found = inDeclared(type, "<init>", call.args().size(), code);
    return new Callee(type, "<init>", call.args().size(), select(found, call.args(), code), true);
  }

  private Callee unqualified(Expr.Call call, Code code) {
    int count = call.args().size();
    for (Optional<DeclaredType> t = Optional.of(code.owner()); t.isPresent(); t = t.get().outer()) {
      List<DeclaredMethod> found = members.methods(t.get(), call.name(), count);
      if (!found.isEmpty()) {
        return new Callee(
            t.get().type(), call.name(), count, select(found, call.args(), code), true);
      }
    }
    return staticImport(call, code).orElseGet(() -> inherited(call, code));
  }

  private Optional<Callee> staticImport(Expr.Call call, Code code) {
    for (Import i : code.owner().file().syntax().imports()) {
      if (!i.isStatic() || !i.onDemand() && !i.simpleName().equals(call.name())) {
        continue;
      }
      String owner = i.onDemand() ? i.name() : i.name().substring(0, i.name().lastIndexOf('.'));
      JavaType type = JavaType.known(owner);
      List<DeclaredMethod> found = inDeclared(type, call.name(), call.args().size(), code);
      if (!found.isEmpty() || !i.onDemand()) {
        return Optional.of(
            new Callee(
                type, call.name(), call.args().size(), select(found, call.args(), code), true));
      }
    }
    return Optional.empty();
  }

  /** A method that no type of the tree declares comes from a library supertype. */
  private Callee inherited(Expr.Call call, Code code) {
    int count = call.args().size();
    for (Optional<DeclaredType> t = Optional.of(code.owner()); t.isPresent(); t = t.get().outer()) {
      for (JavaType parent : project.supertypes(t.get().type())) {
        boolean library = project.find(parent).isEmpty() && parent.isKnown();
        if (library
            && project.libraries().returnType(parent.name(), call.name(), count).isPresent()) {
          return new Callee(parent, call.name(), count, List.of(), true);
        }
      }
    }
    return new Callee(code.owner().type(), call.name(), count, List.of(), true);
  }

  Callee callee(Expr.New creation, Code code) {
    JavaType type =
        creation.body().isPresent()
            ? typer.resolve(creation.type(), code)
            : typer.typeOf(creation, code);
    List<DeclaredMethod> found = inDeclared(type, "<init>", creation.args().size(), code);
    return new Callee(
        type, "<init>", creation.args().size(), select(found, creation.args(), code), false);
  }

  Callee callee(Expr.MethodRef ref, Code code) {
    JavaType receiver = typer.typeOf(ref.scope(), code);
    String name = ref.name().equals("new") ? "<init>" : ref.name();
    List<DeclaredMethod> found =
        project.find(receiver, code.owner()).map(t -> named(t, name)).orElse(List.of());
    return new Callee(receiver, name, -1, found, ref.scope() instanceof Expr.This);
  }

  private List<DeclaredMethod> named(DeclaredType type, String name) {
    List<DeclaredMethod> own = type.methods().stream().filter(m -> m.name().equals(name)).toList();
    if (!own.isEmpty()) {
      return own;
    }
    return project.supertypes(type.type()).stream()
        .flatMap(t -> project.find(t, type).stream())
        .flatMap(t -> t.methods().stream())
        .filter(m -> m.name().equals(name))
        .toList();
  }

  private List<DeclaredMethod> inDeclared(JavaType receiver, String name, int count, Code code) {
    return project
        .find(receiver, code.owner())
        .map(t -> members.methods(t, name, count))
        .orElse(List.of());
  }

  /** Of several overloads, those whose parameters no argument contradicts. */
  private List<DeclaredMethod> select(List<DeclaredMethod> found, List<Expr> args, Code code) {
    if (found.size() < 2 || found.size() > MOST_OVERLOADS) {
      return found;
    }
    int[] fits = found.stream().mapToInt(m -> inference.fit(m, args, code)).toArray();
    int best = IntStream.of(fits).max().orElse(0);
    return IntStream.range(0, fits.length)
        .filter(i -> fits[i] == best)
        .mapToObj(found::get)
        .toList();
  }

  JavaType returnType(Expr.Call call, Code code) {
    Callee callee = callee(call, code);
    if (!callee.methods().isEmpty()) {
      return declaredReturn(callee, call, code);
    }
    Optional<DeclaredType> declared = project.find(callee.receiver());
    if (declared.isPresent()) {
      Optional<JavaType> generated =
          GeneratedMembers.returnType(declared.get(), call.name(), project);
      if (generated.isPresent()) {
        return generated.get();
      }
      return project.supertypes(callee.receiver()).stream()
          .filter(t -> project.find(t).isEmpty())
          .map(t -> libraryCalls.returnType(t, call, code))
          .filter(t -> t.kind() != JavaType.Kind.UNKNOWN)
          .findFirst()
          .orElse(JavaType.UNKNOWN);
    }
    return GeneratedMembers.builtBy(callee.receiver(), call.name())
        .orElseGet(() -> libraryCalls.returnType(callee.receiver(), call, code));
  }

  private JavaType declaredReturn(Callee callee, Expr.Call call, Code code) {
    DeclaredMethod method = callee.methods().get(0);
    JavaType written =
        project
            .names()
            .resolve(method.decl().returnType(), method.owner(), Optional.of(method.decl()));
    if (written.kind() == JavaType.Kind.KNOWN && written.arguments().isEmpty()) {
      return written;
    }
    Map<String, JavaType> variables = new HashMap<>(receiverVariables(callee, method));
    inference.infer(method, call.args(), code, variables);
    return written.substitute(variables);
  }

  /** The type parameters of the declaring class as the receiver's type sets them. */
  private Map<String, JavaType> receiverVariables(Callee callee, DeclaredMethod method) {
    String owner = method.owner().name();
    JavaType use =
        callee.receiver().is(owner)
            ? callee.receiver()
            : project.supertypes(callee.receiver()).stream()
                .filter(t -> t.is(owner))
                .findFirst()
                .orElse(JavaType.UNKNOWN);
    return Project.variables(method.owner(), use);
  }
}
