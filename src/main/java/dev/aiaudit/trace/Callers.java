package dev.aiaudit.trace;

import dev.aiaudit.catalog.ModelClients;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Members;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the callers of a method, directly and through what it overrides. An answer is kept. */
public final class Callers {
  private final Project project;
  private final Typer typer;
  private final Members members;
  private final CallerFiles files;
  private final InjectedBeans beans;
  private final Instances instances;
  private final ModelEdges models;
  private final Map<DeclaredMethod, List<Edge>> known = new HashMap<>();

  /** Callers in a project. */
  public Callers(Typer typer) {
    this(typer, ModelClients.NONE, List.of());
  }

  /**
   * Callers in a project.
   *
   * @param clients how libraries call models of the project's own
   * @param requests those through which a library calls models of the project's own
   */
  public Callers(Typer typer, ModelClients clients, List<Edge> requests) {
    this.typer = typer;
    this.models = new ModelEdges(typer, clients, requests);
    this.project = typer.project();
    this.members = typer.members();
    this.files = new CallerFiles(project, members);
    this.beans = new InjectedBeans(typer);
    this.instances = new Instances(project);
  }

  /** All places that may run the method, in file and source order. */
  public List<Edge> of(DeclaredMethod method) {
    List<Edge> edges = known.get(method);
    if (edges == null) {
      edges = search(method);
      known.put(method, edges);
    }
    return edges;
  }

  /** Whether the method is called, and by its own object only. */
  boolean areOnlyOnThis(DeclaredMethod method) {
    List<Edge> edges = of(method);
    return !edges.isEmpty()
        && edges.stream()
            .allMatch(
                edge ->
                    edge.code().owner() == method.owner()
                        && edge.node() instanceof Expr.Call call
                        && call.scope().filter(s -> !(s instanceof Expr.This)).isEmpty());
  }

  /** All places that make an object of a type, whichever constructor they use. */
  public List<Edge> creating(DeclaredType type) {
    String name = type.decl().name();
    FileSet candidates =
        project
            .index()
            .filesCreating(name)
            .union(
                project
                    .index()
                    .filesReferencing("new")
                    .intersect(project.index().filesMentioning(name)));
    List<Edge> out = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      int file = candidates.get(i);
      if (!project.tree().isTest(file) || type.file().test()) {
        project.tree().load(file).ifPresent(f -> creations(f, type, out));
      }
    }
    return out;
  }

  /**
   * All variables of a type that are given to a call or constructor of a library, such as an
   * injected bean.
   */
  public List<Edge> handingOver(DeclaredType type) {
    FileSet files = project.index().filesMentioning(type.decl().name());
    List<Edge> out = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (!project.tree().isTest(files.get(i))) {
        project.tree().load(files.get(i)).ifPresent(f -> handingOver(f, type, out));
      }
    }
    return out;
  }

  /** All library calls that are given the class of a type to start it, as a main method does. */
  public List<Edge> launching(DeclaredType type) {
    FileSet files =
        project
            .index()
            .filesMentioning(type.decl().name())
            .intersect(project.index().filesCalling("run"));
    List<Edge> out = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (!project.tree().isTest(files.get(i))) {
        project.tree().load(files.get(i)).ifPresent(f -> launching(f, type, out));
      }
    }
    return out;
  }

  private void launching(ParsedFile file, DeclaredType started, List<Edge> out) {
    for (ParsedFile.Use use : file.uses("run")) {
      if (use.node() instanceof Expr.Call call
          && typer.callee(call, use.code()).methods().isEmpty()
          && call.args().stream().anyMatch(a -> isClassOf(a, started, use.code()))) {
        out.add(new Edge(use.code(), call, Via.CALL, true));
      }
    }
  }

  private boolean isClassOf(Expr arg, DeclaredType type, Code code) {
    return arg instanceof Expr.ClassLiteral literal
        && typer.resolve(literal.type(), code).is(type.name());
  }

  private void handingOver(ParsedFile file, DeclaredType handed, List<Edge> out) {
    for (DeclaredType type : file.types()) {
      for (Code code : type.codes()) {
        Nodes.walk(
            code.root(),
            node -> {
              if ((node instanceof Expr.Name || node instanceof Expr.FieldAccess)
                  && isLibraryArgument(node, code)
                  && typer.typeOf((Expr) node, code).is(handed.name())) {
                out.add(new Edge(code, (Expr) node, Via.INJECTED, true));
              }
            });
      }
    }
  }

  private boolean isLibraryArgument(Node node, Code code) {
    Optional<Node> parent = code.parent(node);
    if (parent.isPresent() && parent.get() instanceof Expr.Call call) {
      return call.args().stream().anyMatch(a -> a == node)
          && typer.callee(call, code).methods().isEmpty();
    }
    return parent.isPresent()
        && parent.get() instanceof Expr.New creation
        && typer.callee(creation, code).methods().isEmpty();
  }

  private void creations(ParsedFile file, DeclaredType made, List<Edge> out) {
    for (ParsedFile.Use use : file.uses("<init>")) {
      boolean meant =
          use.node() instanceof Expr.New creation
                  && typer.typeOf(creation, use.code()).is(made.name())
              || use.node() instanceof Expr.MethodRef ref
                  && typer.typeOf(ref.scope(), use.code()).is(made.name());
      if (meant) {
        out.add(new Edge(use.code(), use.node(), Via.CALL, true));
      }
    }
  }

  private List<Edge> search(DeclaredMethod method) {
    FileSet candidates = files.of(method);
    project.tree().loadAll(candidates);
    List<Edge> out = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Optional<ParsedFile> file = project.tree().load(candidates.get(i));
      if (file.isPresent()) {
        for (ParsedFile.Use use : file.get().uses(method.name())) {
          edge(method, use.node(), use.code()).ifPresent(out::add);
        }
      }
    }
    out.addAll(models.of(method));
    return List.copyOf(out);
  }

  private Optional<Edge> edge(DeclaredMethod method, Node node, Code code) {
    if (node instanceof Expr.Call call && names(call, method)) {
      return reaches(typer.callee(call, code), method)
          .filter(h -> !h.override() || instances.mayBeReceiver(method.owner()))
          .filter(h -> !h.override() || beans.admits(call, code, method))
          .map(h -> h.edge(code, call, Via.CALL));
    }
    if (node instanceof Expr.MethodRef ref && named(ref, method)) {
      return reaches(typer.callee(ref, code), method)
          .map(h -> h.edge(code, ref, Via.METHOD_REFERENCE));
    }
    if (node instanceof Expr.New creation && method.decl().isConstructor()) {
      boolean meant = typer.callee(creation, code).methods().contains(method);
      return meant ? Optional.of(new Edge(code, creation, Via.CALL, true)) : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean names(Expr.Call call, DeclaredMethod method) {
    return method.decl().isConstructor()
        ? call.name().equals("super") || call.name().equals("this")
        : call.name().equals(method.name()) && method.decl().acceptsArity(call.args().size());
  }

  private static boolean named(Expr.MethodRef ref, DeclaredMethod method) {
    return method.decl().isConstructor()
        ? ref.name().equals("new")
        : ref.name().equals(method.name());
  }

  private record Hit(boolean override, boolean certain) {
    Edge edge(Code code, Expr node, Via plain) {
      return new Edge(code, node, override && plain == Via.CALL ? Via.OVERRIDE : plain, certain);
    }
  }

  private Optional<Hit> reaches(Callee callee, DeclaredMethod method) {
    for (DeclaredMethod target : callee.methods()) {
      if (target == method) {
        return Optional.of(new Hit(false, true));
      }
      if (!callee.unqualified() || target.isAbstract() || inSameHierarchy(callee, method)) {
        if (members.overrides(method, target) && possible(callee.receiver(), method)) {
          return Optional.of(new Hit(true, true));
        }
      }
    }
    return callee.methods().isEmpty() ? undeclared(callee, method) : Optional.empty();
  }

  private boolean inSameHierarchy(Callee callee, DeclaredMethod method) {
    return project.isSubtype(method.owner().type(), callee.receiver().name());
  }

  /** A receiver of another subtype cannot be an instance of the method's class. */
  private boolean possible(JavaType receiver, DeclaredMethod method) {
    return !receiver.isKnown()
        || asReceiver(method, receiver)
        || project.isSubtype(receiver, method.owner().name());
  }

  /**
   * The method's class extends the receiver's type, and with the same type arguments as far as both
   * are known.
   */
  private boolean asReceiver(DeclaredMethod method, JavaType receiver) {
    JavaType own = method.owner().type();
    if (own.is(receiver.name())) {
      return true;
    }
    return project.supertypes(own).stream()
        .filter(t -> t.is(receiver.name()))
        .findFirst()
        .filter(t -> sameArguments(t, receiver))
        .isPresent();
  }

  private static boolean sameArguments(JavaType a, JavaType b) {
    if (a.arguments().size() != b.arguments().size()) {
      return true;
    }
    for (int i = 0; i < a.arguments().size(); i++) {
      JavaType left = a.argument(i);
      JavaType right = b.argument(i);
      boolean open = right.is("java.lang.Object") || left.is("java.lang.Object");
      if (left.isKnown() && right.isKnown() && !open && !left.name().equals(right.name())) {
        return false;
      }
    }
    return true;
  }

  /** The receiver's type is a library's, or nobody knows it. */
  private Optional<Hit> undeclared(Callee callee, DeclaredMethod method) {
    JavaType receiver = callee.receiver();
    if (receiver.isKnown()) {
      boolean implemented =
          project.find(receiver).isEmpty()
              && !receiver.name().startsWith("java.")
              && receiver.dimensions() == 0
              && project.isSubtype(method.owner().type(), receiver.name());
      return implemented ? Optional.of(new Hit(true, true)) : Optional.empty();
    }
    boolean onlyOne =
        receiver.kind() == JavaType.Kind.UNKNOWN
            && project.index().filesDeclaringMethod(method.name()).size() == 1
            && method.name().length() > 5;
    return onlyOne ? Optional.of(new Hit(false, false)) : Optional.empty();
  }
}
