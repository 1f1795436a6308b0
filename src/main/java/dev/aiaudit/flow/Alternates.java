package dev.aiaudit.flow;

import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.model.Handling;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request of which an answer to a failure is made: of another client or provider, or once more
 * of the same.
 */
final class Alternates {
  /** How many methods below a handler may stand between it and the request. */
  private static final int MAX_METHODS = 60;

  private static final int MAX_DEPTH = 4;

  private final FlowKnowledge knowledge;
  private final Map<DeclaredMethod, List<RequestSite>> reached = new IdentityHashMap<>();

  Alternates(FlowKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The request that a call makes, or that is made in the chain below it. */
  Optional<Handling> at(Expr.Call call, Situation at) {
    Optional<RequestSite> site = knowledge.requests().at(call);
    for (Node n = call; site.isEmpty() && n instanceof Expr.Call c && c.scope().isPresent(); ) {
      n = c.scope().get();
      site = knowledge.requests().at(n);
    }
    return site.map(
        s ->
            at.shared()
                ? Handling.STATIC
                : again(s, at) ? Handling.RETHROW : alternate(s, at.provider()));
  }

  /**
   * The request that the methods behind a call make on their way to an answer.
   *
   * @param bodies the methods that the call can run
   */
  Optional<Handling> behind(Expr.Call call, List<DeclaredMethod> bodies, Situation at) {
    if (at.shared() || bodies.isEmpty() || bodies.stream().anyMatch(m -> isVoid(m))) {
      return Optional.empty();
    }
    List<RequestSite> sites = new ArrayList<>();
    for (DeclaredMethod body : bodies) {
      List<RequestSite> own = reached.computeIfAbsent(body, this::search);
      if (own.isEmpty()) {
        return Optional.empty();
      }
      sites.addAll(own);
    }
    if (at.failed().filter(f -> repeats(call, f)).isPresent()) {
      return Optional.of(Handling.RETHROW);
    }
    // Of several implementations the one that has failed is not what stands in for it.
    return sites.stream().map(s -> alternate(s, at.provider())).max(Handling::compareTo);
  }

  private static boolean isVoid(DeclaredMethod method) {
    return method.decl().returnType().simpleName().equals("void");
  }

  /** The same call of the same object with the same arguments fails in the same way. */
  private static boolean repeats(Expr.Call call, Node failed) {
    return failed instanceof Expr.Call first && same(first, call);
  }

  private static boolean same(Node one, Node other) {
    if (one instanceof Expr.Call a && other instanceof Expr.Call b) {
      return a.name().equals(b.name())
          && a.args().size() == b.args().size()
          && a.scope().isPresent() == b.scope().isPresent()
          && sameChildren(a, b);
    }
    if (one instanceof Expr.Name a && other instanceof Expr.Name b) {
      return a.id().equals(b.id());
    }
    if (one instanceof Expr.FieldAccess a && other instanceof Expr.FieldAccess b) {
      return a.name().equals(b.name()) && sameChildren(a, b);
    }
    if (one instanceof Expr.Literal a && other instanceof Expr.Literal b) {
      return a.value().equals(b.value());
    }
    return one instanceof Expr.This && other instanceof Expr.This;
  }

  private static boolean sameChildren(Node one, Node other) {
    List<? extends Node> a = one.children();
    List<? extends Node> b = other.children();
    boolean equal = a.size() == b.size();
    for (int i = 0; equal && i < a.size(); i++) {
      equal = same(a.get(i), b.get(i));
    }
    return equal;
  }

  private List<RequestSite> search(DeclaredMethod start) {
    record Step(DeclaredMethod method, int depth) {}

    List<RequestSite> found = new ArrayList<>();
    Map<DeclaredMethod, Boolean> seen = new IdentityHashMap<>();
    Deque<Step> open = new ArrayDeque<>(List.of(new Step(start, 0)));
    while (!open.isEmpty() && seen.size() < MAX_METHODS) {
      Step step = open.poll();
      Optional<Code> code = step.method().code();
      if (code.isEmpty() || seen.put(step.method(), true) != null) {
        continue;
      }
      knowledge.requests().in(code.get()).stream()
          .filter(s -> !inHandler(s.node(), code.get()))
          .forEach(found::add);
      if (step.depth() < MAX_DEPTH) {
        called(code.get()).forEach(m -> open.add(new Step(m, step.depth() + 1)));
      }
    }
    return List.copyOf(found);
  }

  private List<DeclaredMethod> called(Code code) {
    List<DeclaredMethod> out = new ArrayList<>();
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Expr.Call call && !inHandler(call, code)) {
            out.addAll(bodies(knowledge.typer(), knowledge.typer().callee(call, code)));
          }
        });
    return out;
  }

  /** Whether a node belongs to a catch clause of the code. */
  static boolean inHandler(Node node, Code code) {
    Node inner = node;
    for (Optional<Node> n = code.parent(inner); n.isPresent(); n = code.parent(inner)) {
      Node below = inner;
      if (n.get() instanceof Stmt.Try attempt
          && attempt.catches().stream().anyMatch(c -> c.body() == below)) {
        return true;
      }
      inner = n.get();
    }
    return false;
  }

  /** The methods with a body that a call can run. */
  static List<DeclaredMethod> bodies(Typer typer, Callee callee) {
    List<DeclaredMethod> out = new ArrayList<>();
    for (DeclaredMethod m : callee.methods()) {
      if (m.isAbstract()) {
        out.addAll(typer.members().fewOverriding(m));
      } else {
        out.add(m);
      }
    }
    return out;
  }

  /**
   * The same client is asked again, which is no way out of an outage: the second exception leaves.
   */
  private boolean again(RequestSite site, Situation at) {
    return at.client().isPresent()
        && clientOf(site.node()).equals(at.client())
        && site.code().owner() == at.code().owner()
        && boundToModel(site);
  }

  /**
   * The client of a framework stands for one model; that of a provider's SDK is told the model with
   * each request.
   */
  private boolean boundToModel(RequestSite site) {
    return knowledge.catalog().sdks().stream()
            .filter(s -> s.family().equals(site.sdk()))
            .anyMatch(s -> s.category().equals("framework"))
        && !namesModel(site.node());
  }

  /** Whether the request says by itself which model is to answer. */
  private boolean namesModel(Node request) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        request,
        n -> {
          if (n instanceof Expr.Call c) {
            found[0] |= c.name().equals("options") || c.name().equals("model");
          } else if (n instanceof Expr.Literal text && text.is(Expr.Literal.Kind.STRING)) {
            found[0] |= knowledge.catalog().providerOfModel(text.value()).isPresent();
          }
        });
    return found[0];
  }

  /** The variable that holds the client of a request, as written. */
  static Optional<String> clientOf(Node request) {
    Node e = request;
    while (e instanceof Expr.Call c && c.scope().isPresent()) {
      e = c.scope().get();
    }
    if (e instanceof Expr.FieldAccess access && access.scope() instanceof Expr.This) {
      return Optional.of(access.name());
    }
    return e instanceof Expr.Name name ? Optional.of(name.id()) : Optional.empty();
  }

  private static Handling alternate(RequestSite site, String down) {
    String other = site.provider().provider();
    boolean same = other.equals(down) && site.provider().known();
    return same ? Handling.ALTERNATE_SAME_PROVIDER : Handling.ALTERNATE_OTHER_PROVIDER;
  }
}
