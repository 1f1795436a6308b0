package dev.aiaudit.trace;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
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
  private static final int MAX_LOCALS = 3;

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
    Offer offer = new Offer();
    given(tool.owner().type(), offer);
    return requests.stream().filter(request -> isOffered(request, offer)).toList();
  }

  private void given(JavaType tool, Offer offer) {
    if (!offer.followed.add(tool.name())) {
      return;
    }
    FileSet files = project.index().filesMentioning(tool.simpleName());
    for (int i = 0; i < files.size(); i++) {
      if (!project.tree().isTest(files.get(i))) {
        for (DeclaredType type : types(files.get(i))) {
          given(tool, type, offer);
        }
      }
    }
  }

  /** To whom a tool is given. */
  private static final class Offer {
    /** Service interfaces that are built or declared with it. */
    private final Set<String> services = new LinkedHashSet<>();

    /** Requests that name it, and those of a class that keeps a client which knows it. */
    private final Set<Edge> requests = new LinkedHashSet<>();

    /** The tool, and the types of the sets of tools that it is part of. */
    private final Set<String> followed = new LinkedHashSet<>();

    /** A client that others use knows it. */
    private boolean everywhere;
  }

  private boolean isOffered(Edge request, Offer offer) {
    return serviceOf(request)
        .map(offer.services::contains)
        .orElseGet(() -> offer.everywhere || offer.requests.contains(request));
  }

  /**
   * The requests of the services whose annotations name a class, such as a guardrail or the
   * supplier of an augmentor: its code runs while they are answered.
   */
  List<Edge> named(DeclaredType type) {
    Set<String> services = new LinkedHashSet<>();
    FileSet files = project.index().filesMentioning(type.decl().name());
    for (int i = 0; i < files.size(); i++) {
      if (!project.tree().isTest(files.get(i))) {
        types(files.get(i)).stream()
            .filter(in -> in.decl().isInterface())
            .filter(in -> isNamed(type.type(), in))
            .map(DeclaredType::name)
            .forEach(services::add);
      }
    }
    return services.isEmpty()
        ? List.of()
        : requests.stream()
            .filter(request -> serviceOf(request).filter(services::contains).isPresent())
            .map(request -> new Edge(request.code(), request.node(), Via.INJECTED, true))
            .toList();
  }

  private boolean isNamed(JavaType type, DeclaredType in) {
    return methodAnnotated(type, in)
        || in.decl().annotations().stream()
            .flatMap(a -> a.members().values().stream())
            .anyMatch(v -> mentionsClass(v, type, in));
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
   * Notes to whom a type gives the tool: named in an annotation of a service, or passed on in code
   * that builds a service, a client or a request.
   */
  private void given(JavaType tool, DeclaredType in, Offer offer) {
    if (isNamed(tool, in)) {
      offer.services.add(in.name());
    }
    for (Code code : in.codes()) {
      List<Expr.Call> passing = passing(code, tool);
      if (!passing.isEmpty()) {
        List<String> built = classLiterals(code);
        offer.services.addAll(built);
        if (built.isEmpty()) {
          passing.forEach(call -> client(call, code, in, offer));
        }
      }
    }
  }

  /**
   * A request that is given the tool is the only one; a client that is kept makes all requests of
   * the class; one that is handed out may make any. A set of tools that is handed out, such as the
   * one of an MCP server, is offered by whoever is given that.
   */
  private void client(Expr.Call passing, Code code, DeclaredType in, Offer offer) {
    List<Edge> own = requests.stream().filter(r -> r.code().owner() == in).toList();
    List<Edge> named =
        own.stream().filter(r -> r.code() == code && isWithin(passing, r.node(), code)).toList();
    boolean handedOut =
        code.method()
            .filter(m -> !m.decl().isConstructor() && !m.decl().returnType().name().equals("void"))
            .isPresent();
    Optional<JavaType> toolSet = handedOut ? toolSet(code) : Optional.empty();
    if (!named.isEmpty()) {
      offer.requests.addAll(named);
    } else if (toolSet.isPresent()) {
      given(toolSet.get(), offer);
    } else if (own.isEmpty() || handedOut && own.stream().noneMatch(r -> r.code() == code)) {
      offer.everywhere = true;
    } else {
      offer.requests.addAll(own);
    }
  }

  /** The type of a set of tools that a method returns. */
  private Optional<JavaType> toolSet(Code code) {
    return code.method()
        .map(m -> project.names().resolve(m.decl().returnType(), m.owner()))
        .map(t -> t.arguments().isEmpty() ? t : t.argument(t.arguments().size() - 1))
        .filter(t -> t.isKnown() && project.find(t).isEmpty())
        .filter(t -> t.simpleName().startsWith("Tool") || t.simpleName().contains("Function"));
  }

  private static boolean isWithin(Node inner, Node outer, Code code) {
    for (Optional<Node> n = Optional.of(inner); n.isPresent(); n = code.parent(n.get())) {
      if (n.get() == outer) {
        return true;
      }
    }
    return false;
  }

  private boolean methodAnnotated(JavaType tool, DeclaredType in) {
    return in.methods().stream()
        .flatMap(m -> m.decl().annotations().stream())
        .flatMap(a -> a.members().values().stream())
        .anyMatch(v -> mentionsClass(v, tool, in));
  }

  private boolean mentionsClass(Expr value, JavaType tool, DeclaredType in) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        value,
        n ->
            found[0] |=
                n instanceof Expr.ClassLiteral literal
                    && project.names().resolve(literal.type(), in).is(tool.name()));
    return found[0];
  }

  private List<Expr.Call> passing(Code code, JavaType tool) {
    List<Expr.Call> found = new ArrayList<>();
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Expr.Call call
              && isOffer(call.name())
              && call.args().stream().anyMatch(a -> isTool(a, tool, code))) {
            found.add(call);
          }
        });
    return found;
  }

  private static boolean isOffer(String method) {
    String lower = method.toLowerCase(java.util.Locale.ROOT);
    return lower.contains("tool") || lower.contains("function") || lower.equals("importplugin");
  }

  private boolean isTool(Expr arg, JavaType tool, Code code) {
    return isTool(arg, tool, code, 0);
  }

  /** Whether a value is the tool, holds it, or is made of it, in place or in locals. */
  private boolean isTool(Expr arg, JavaType tool, Code code, int depth) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        arg,
        n -> {
          if (n instanceof Expr e
              && (n instanceof Expr.Name || n instanceof Expr.New || n instanceof Expr.Call)) {
            found[0] |=
                holds(typer.typeOf(e, code), tool)
                    || e instanceof Expr.Name name
                        && depth < MAX_LOCALS
                        && isLocalOf(name, tool, code, depth + 1);
          }
        });
    return found[0];
  }

  private boolean isLocalOf(Expr.Name name, JavaType tool, Code code, int depth) {
    return typer
        .variable(name.id(), name, code)
        .filter(v -> v instanceof Variable.Local)
        .map(v -> (Variable.Local) v)
        .flatMap(local -> local.decl().init())
        .filter(init -> isTool(init, tool, code, depth))
        .isPresent();
  }

  private static boolean holds(JavaType type, JavaType tool) {
    return type.isKnown() && type.name().equals(tool.name())
        || type.arguments().stream().anyMatch(a -> a.is(tool.name()));
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
