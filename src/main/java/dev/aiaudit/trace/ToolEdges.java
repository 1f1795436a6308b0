package dev.aiaudit.trace;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tool methods are called by a model while the request that offers them is open. Finds these
 * requests: those of the service or client to which an object of the tool's class is given.
 */
final class ToolEdges {
  private final Project project;
  private final Typer typer;
  private final List<Edge> requests;

  /** Tools offered by these requests. */
  ToolEdges(Typer typer, List<Edge> requests) {
    this.typer = typer;
    this.project = typer.project();
    this.requests = requests;
  }

  /** The requests during which a model can call a method of the tool. */
  List<Edge> offering(DeclaredMethod tool) {
    Set<String> services = new LinkedHashSet<>();
    boolean client = false;
    FileSet files = project.index().filesMentioning(tool.owner().decl().name());
    for (int i = 0; i < files.size(); i++) {
      if (!project.tree().isTest(files.get(i))) {
        for (DeclaredType type : types(files.get(i))) {
          client |= given(tool.owner(), type, services);
        }
      }
    }
    List<Edge> out = new ArrayList<>();
    for (Edge request : requests) {
      Optional<String> service = serviceOf(request);
      if (service.isPresent() ? services.contains(service.get()) : client) {
        out.add(request);
      }
    }
    return out;
  }

  private List<DeclaredType> types(int file) {
    return project.tree().load(file).map(f -> f.types()).orElse(List.of());
  }

  /** The service interface of the tree whose method a request calls. */
  private Optional<String> serviceOf(Edge request) {
    if (request.node() instanceof Expr.Call call) {
      return typer.callee(call, request.code()).methods().stream()
          .filter(m -> m.owner().decl().isInterface())
          .map(m -> m.owner().name())
          .findFirst();
    }
    return Optional.empty();
  }

  /**
   * Whether a type gives the tool to a client, and to which services: named in an annotation of the
   * service, or passed on in code that builds it.
   */
  private boolean given(DeclaredType tool, DeclaredType in, Set<String> services) {
    boolean annotated =
        in.decl().annotations().stream()
            .flatMap(a -> a.members().values().stream())
            .anyMatch(v -> mentionsClass(v, tool, in));
    if (annotated || methodAnnotated(tool, in)) {
      services.add(in.name());
    }
    boolean client = false;
    for (Code code : in.codes()) {
      if (passes(code, tool)) {
        List<String> built = classLiterals(code);
        services.addAll(built);
        client |= built.isEmpty();
      }
    }
    return client;
  }

  private boolean methodAnnotated(DeclaredType tool, DeclaredType in) {
    return in.methods().stream()
        .flatMap(m -> m.decl().annotations().stream())
        .flatMap(a -> a.members().values().stream())
        .anyMatch(v -> mentionsClass(v, tool, in));
  }

  private boolean mentionsClass(Expr value, DeclaredType tool, DeclaredType in) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        value,
        n ->
            found[0] |=
                n instanceof Expr.ClassLiteral literal
                    && project.names().resolve(literal.type(), in).is(tool.name()));
    return found[0];
  }

  private boolean passes(Code code, DeclaredType tool) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Expr.Call call && isOffer(call.name())) {
            found[0] |= call.args().stream().anyMatch(a -> isTool(a, tool, code));
          }
        });
    return found[0];
  }

  private static boolean isOffer(String method) {
    String lower = method.toLowerCase(java.util.Locale.ROOT);
    return lower.contains("tool") || lower.contains("function") || lower.equals("importplugin");
  }

  private boolean isTool(Expr arg, DeclaredType tool, Code code) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        arg,
        n ->
            found[0] |=
                n instanceof Expr e
                    && (n instanceof Expr.Name || n instanceof Expr.New || n instanceof Expr.Call)
                    && typer.typeOf(e, code).is(tool.name()));
    return found[0];
  }

  private List<String> classLiterals(Code code) {
    List<String> out = new ArrayList<>();
    Nodes.walk(code.root(), n -> literal(n, code).ifPresent(out::add));
    return out;
  }

  private Optional<String> literal(Node n, Code code) {
    if (n instanceof Expr.ClassLiteral literal) {
      JavaType type = typer.resolve(literal.type(), code);
      return project.find(type).filter(t -> t.decl().isInterface()).map(DeclaredType::name);
    }
    return Optional.empty();
  }
}
