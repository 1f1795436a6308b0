package dev.aiaudit.trace;

import dev.aiaudit.catalog.GraphLibrary;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A node of a graph is run by whoever runs the compiled graph, and not where it is put in. Of
 * several graphs, the one that is put together beside the call is meant, or the one whose state or
 * name fits; where nothing tells them apart, all are marked.
 */
final class GraphEdges {
  private final Project project;
  private final Typer typer;
  private final Callers callers;
  private final List<GraphLibrary> libraries;
  private final Map<GraphLibrary, List<Running>> known = new HashMap<>();

  GraphEdges(Typer typer, Callers callers, List<GraphLibrary> libraries) {
    this.typer = typer;
    this.project = typer.project();
    this.callers = callers;
    this.libraries = List.copyOf(libraries);
  }

  /**
   * A call that runs a graph.
   *
   * @param edge the call
   * @param pipeline whether the graph is run when somebody subscribes to the result
   */
  record Running(Edge edge, boolean pipeline) {
    Expr.Call call() {
      return (Expr.Call) edge.node();
    }

    /** What the failure of a node is there; the library wraps the exception. */
    Flight arriving(Flight left) {
      Flight.Form form = pipeline ? Flight.Form.REACTIVE : Flight.Form.THROWN;
      return left.travelling() ? left.as(form).withTypes(List.of()) : left;
    }
  }

  /** The calls that run a graph with the object of which this is a method. */
  List<Running> of(DeclaredMethod method) {
    DeclaredType node = method.owner();
    for (GraphLibrary library : libraries) {
      Optional<JavaType> action = action(node, library);
      if (action.isPresent()) {
        List<Code> adding = adding(node, library);
        return adding.stream()
            .flatMap(code -> running(code, action.get().argument(0), library).stream())
            .distinct()
            .toList();
      }
    }
    return List.of();
  }

  /** The calls that run a graph which is given some functional code here; none elsewhere. */
  List<Running> of(Run run) {
    Optional<Node> at = Optional.of(run.node());
    for (; at.isPresent() && at.get() instanceof Expr.Call call; at = run.code().parent(call)) {
      for (GraphLibrary library : libraries) {
        if (library.add().contains(call.name())
            && !project.index().filesImportingUnder(packageOf(library)).isEmpty()
            && typer.callee(call, run.code()).methods().isEmpty()) {
          return running(run.code(), JavaType.UNKNOWN, library);
        }
      }
    }
    return List.of();
  }

  /** The type by which the library asks for a node. */
  private Optional<JavaType> action(DeclaredType node, GraphLibrary library) {
    return project.supertypes(node.type()).stream()
        .filter(t -> library.actions().contains(t.name()))
        .findFirst();
  }

  /** The calls that run the graph which some code puts together. */
  private List<Running> running(Code adding, JavaType state, GraphLibrary library) {
    List<Running> all = running(library);
    Set<Code> near = new HashSet<>();
    near.add(adding);
    adding.method().ifPresent(m -> callers.of(m).forEach(edge -> near.add(edge.code())));
    List<Running> beside = all.stream().filter(r -> near.contains(r.edge().code())).toList();
    if (!beside.isEmpty()) {
      return beside;
    }
    List<Running> own =
        all.stream().filter(r -> r.edge().code().owner() == adding.owner()).toList();
    if (!own.isEmpty()) {
      return own;
    }
    List<Running> fitting = all.stream().filter(r -> fits(r, state)).toList();
    String name = adding.method().map(DeclaredMethod::name).orElse("");
    List<Running> named = fitting.stream().filter(r -> graph(r).equalsIgnoreCase(name)).toList();
    return named.isEmpty() ? fitting : named;
  }

  private boolean fits(Running running, JavaType state) {
    JavaType theirs =
        running
            .call()
            .scope()
            .map(scope -> typer.typeOf(scope, running.edge().code()).argument(0))
            .orElse(JavaType.UNKNOWN);
    return !state.isKnown() || !theirs.isKnown() || theirs.is(state.name());
  }

  /** The name of the variable that holds the graph. */
  private static String graph(Running running) {
    return running
        .call()
        .scope()
        .map(
            scope ->
                scope instanceof Expr.Name name
                    ? name.id()
                    : scope instanceof Expr.FieldAccess access ? access.name() : "")
        .orElse("");
  }

  private static String packageOf(GraphLibrary library) {
    return library.compiled().substring(0, library.compiled().lastIndexOf('.') + 1);
  }

  /** The code that puts an object of the class into a graph. */
  private List<Code> adding(DeclaredType node, GraphLibrary library) {
    if (node.anonymous()) {
      return node
          .place()
          .filter(p -> p.code().parent(p.node()).filter(n -> n instanceof Expr.Call).isPresent())
          .map(DeclaredType.Place::code)
          .stream()
          .toList();
    }
    FileSet files = adding(library).intersect(project.index().filesMentioning(node.decl().name()));
    List<Code> out = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      project.tree().load(files.get(i)).stream()
          .flatMap(file -> library.add().stream().flatMap(add -> file.uses(add).stream()))
          .filter(use -> mentions(use, node))
          .map(ParsedFile.Use::code)
          .distinct()
          .forEach(out::add);
    }
    return out;
  }

  private boolean mentions(ParsedFile.Use use, DeclaredType node) {
    boolean[] found = new boolean[1];
    if (use.node() instanceof Expr.Call call) {
      for (Expr arg : call.args()) {
        Nodes.walk(
            arg,
            n ->
                found[0] |=
                    (n instanceof Expr.Name || n instanceof Expr.New || n instanceof Expr.Call)
                        && typer.typeOf((Expr) n, use.code()).is(node.name()));
      }
    }
    return found[0];
  }

  private FileSet adding(GraphLibrary library) {
    FileSet out = FileSet.none();
    for (String method : library.add()) {
      out = out.union(main(project.index().filesCalling(method)));
    }
    return out;
  }

  private FileSet main(FileSet files) {
    return FileSet.of(files.stream().filter(f -> !project.tree().isTest(f)).toArray());
  }

  private List<Running> running(GraphLibrary library) {
    List<Running> out = known.get(library);
    if (out == null) {
      out = project.find(library.compiled()).isPresent() ? List.of() : search(library);
      known.put(library, out);
    }
    return out;
  }

  private List<Running> search(GraphLibrary library) {
    JavaIndex index = project.index();
    String simple = library.compiled().substring(library.compiled().lastIndexOf('.') + 1);
    FileSet seeing = index.filesMentioning(simple).union(index.filesCalling("compile"));
    boolean certain = adding(library).size() <= 1;
    List<Running> out = new ArrayList<>();
    for (String method :
        Stream.concat(library.runs().stream(), library.pipelines().stream()).toList()) {
      FileSet files = main(index.filesCalling(method).intersect(seeing));
      boolean pipeline = library.pipelines().contains(method);
      for (int i = 0; i < files.size(); i++) {
        project.tree().load(files.get(i)).stream()
            .flatMap(file -> file.uses(method).stream())
            .filter(use -> runs(use, library))
            .map(use -> new Edge(use.code(), use.node(), Via.INJECTED, certain))
            .forEach(edge -> out.add(new Running(edge, pipeline)));
      }
    }
    return List.copyOf(out);
  }

  private boolean runs(ParsedFile.Use use, GraphLibrary library) {
    return use.node() instanceof Expr.Call call
        && typer.callee(call, use.code()).receiver().is(library.compiled());
  }
}
