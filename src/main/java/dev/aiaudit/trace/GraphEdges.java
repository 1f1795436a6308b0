package dev.aiaudit.trace;

import dev.aiaudit.catalog.GraphLibrary;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A node of a graph is run by whoever runs the compiled graph, and not where it is put in. Which of
 * several graphs a call runs cannot be told; then all of them are marked.
 */
final class GraphEdges {
  private final Project project;
  private final Typer typer;
  private final List<GraphLibrary> libraries;
  private final Map<GraphLibrary, List<Running>> known = new HashMap<>();

  GraphEdges(Typer typer, List<GraphLibrary> libraries) {
    this.typer = typer;
    this.project = typer.project();
    this.libraries = List.copyOf(libraries);
  }

  /**
   * A call that runs a graph.
   *
   * @param edge the call
   * @param pipeline whether the graph is run when somebody subscribes to the result
   */
  record Running(Edge edge, boolean pipeline) {
    /** What the failure of a node is there; the library wraps the exception. */
    Flight arriving(Flight left) {
      Flight.Form form = pipeline ? Flight.Form.REACTIVE : Flight.Form.THROWN;
      return left.travelling() ? left.as(form).withTypes(List.of()) : left;
    }
  }

  /** The calls that run a graph with the object of which this is a method. */
  List<Running> of(DeclaredMethod method) {
    for (GraphLibrary library : libraries) {
      if (library.actions().stream().anyMatch(a -> project.isSubtype(method.owner().type(), a))
          && isAdded(method.owner(), library)) {
        return running(library);
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
          return running(library);
        }
      }
    }
    return List.of();
  }

  private static String packageOf(GraphLibrary library) {
    return library.compiled().substring(0, library.compiled().lastIndexOf('.') + 1);
  }

  private boolean isAdded(DeclaredType node, GraphLibrary library) {
    if (node.anonymous()) {
      return node.place()
          .flatMap(p -> p.code().parent(p.node()))
          .filter(p -> p instanceof Expr.Call)
          .isPresent();
    }
    return !adding(library)
        .intersect(project.index().filesMentioning(node.decl().name()))
        .isEmpty();
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
