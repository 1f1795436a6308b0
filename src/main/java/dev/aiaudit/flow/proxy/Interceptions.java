package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.guard.InterceptionModel;
import dev.aiaudit.catalog.guard.InterceptionModel.Defeat;
import dev.aiaudit.catalog.type.Interception;
import dev.aiaudit.flow.proxy.Mark.Place;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.TypeDecl;
import dev.aiaudit.trace.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides whether a call of a method passes whoever acts on the method's annotations. */
final class Interceptions {
  private static final Set<String> PASSIVE =
      Set.of(
          "Slf4j",
          "Log4j2",
          "Log",
          "CommonsLog",
          "Data",
          "Getter",
          "Setter",
          "Builder",
          "AllArgsConstructor",
          "RequiredArgsConstructor",
          "NoArgsConstructor",
          "SuppressWarnings",
          "Deprecated");

  private final ProxyKnowledge knowledge;

  Interceptions(ProxyKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Why an annotation does not act on a call; empty when it does.
   *
   * @param how the way of interception that counts here
   * @param caller the call; empty when a framework makes it
   */
  Optional<String> defeat(
      Interception how, Mark mark, DeclaredMethod method, Optional<Edge> caller) {
    InterceptionModel model = knowledge.guards().model(how);
    if (generated(method)) {
      return Optional.empty();
    }
    Map<Defeat, String> texts = model.defeats();
    boolean lifted = lifted(model);
    for (Defeat defeat : defeats(mark, method, caller)) {
      if (texts.containsKey(defeat) && (!lifted || defeat == Defeat.NOT_A_BEAN)) {
        return Optional.of(texts.get(defeat));
      }
    }
    return Optional.empty();
  }

  /** An interface that is guarded itself has an implementation that a library makes. */
  private static boolean generated(DeclaredMethod method) {
    return method.owner().decl().isInterface() && method.isAbstract();
  }

  private boolean lifted(InterceptionModel model) {
    return model.liftedBy().stream()
        .filter(by -> by.indexOf(':') < 0 && by.startsWith("org.springframework"))
        .anyMatch(by -> !knowledge.project().index().filesAnnotated(simple(by)).isEmpty());
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private List<Defeat> defeats(Mark mark, DeclaredMethod method, Optional<Edge> caller) {
    List<Defeat> out = new ArrayList<>();
    DeclaredType owner = method.owner();
    if (method.decl().is(Modifier.STATIC)) {
      out.add(Defeat.STATIC_METHOD);
    }
    if (method.decl().is(Modifier.PRIVATE)) {
      out.add(Defeat.PRIVATE_METHOD);
    }
    if (method.decl().is(Modifier.FINAL)) {
      out.add(Defeat.FINAL_METHOD);
    }
    if (owner.decl().is(Modifier.FINAL) || owner.decl().kind() == TypeDecl.Kind.RECORD) {
      out.add(Defeat.FINAL_CLASS);
    }
    if (caller.filter(e -> selfInvoked(method, e)).isPresent()) {
      out.add(Defeat.SELF_INVOCATION);
    }
    if (caller.filter(this::onNewObject).isPresent() || !mayBeBean(owner)) {
      out.add(Defeat.NOT_A_BEAN);
    }
    if (mark.place() == Place.OVERRIDDEN) {
      out.add(Defeat.INTERFACE_ANNOTATION);
    }
    return out;
  }

  /** Whether the call is made on the object that makes it, or on the one around it. */
  boolean selfInvoked(DeclaredMethod method, Edge caller) {
    Expr node = caller.node();
    if (node instanceof Expr.Call call) {
      boolean same = call.name().equals(method.name());
      boolean bare = call.scope().isEmpty() || isThis(call.scope().get());
      return same && bare;
    }
    return node instanceof Expr.MethodRef ref
        && ref.name().equals(method.name())
        && isThis(ref.scope());
  }

  private static boolean isThis(Expr scope) {
    return scope instanceof Expr.This || scope instanceof Expr.Super;
  }

  private boolean onNewObject(Edge caller) {
    Expr scope = caller.node() instanceof Expr.Call call ? call.scope().orElse(null) : null;
    if (scope instanceof Expr.New) {
      return true;
    }
    if (!(scope instanceof Expr.Name name)) {
      return false;
    }
    Optional<Variable> variable = knowledge.typer().variable(name.id(), name, caller.code());
    if (variable.isPresent() && variable.get() instanceof Variable.Local local) {
      return local.decl().init().filter(i -> i instanceof Expr.New).isPresent();
    }
    return variable.isPresent()
        && variable.get() instanceof Variable.Field field
        && madeByNew(field);
  }

  private static boolean madeByNew(Variable.Field field) {
    if (field.decl().init().filter(i -> i instanceof Expr.New).isPresent()) {
      return true;
    }
    boolean[] found = new boolean[1];
    for (Code code : field.owner().codes()) {
      boolean constructor = code.method().filter(m -> m.decl().isConstructor()).isPresent();
      if (constructor) {
        Nodes.walk(code.root(), n -> found[0] |= assignsNew(n, field.name()));
      }
    }
    return found[0];
  }

  private static boolean assignsNew(Node node, String name) {
    return node instanceof Expr.Assign assign
        && assign.value() instanceof Expr.New
        && (assign.target() instanceof Expr.Name n && n.id().equals(name)
            || assign.target() instanceof Expr.FieldAccess a
                && a.scope() instanceof Expr.This
                && a.name().equals(name));
  }

  /**
   * Whether a container may make the objects of a class. Only a plain class that code of the tree
   * creates, and no factory method of a container mentions, is certain to be none of its beans.
   */
  private boolean mayBeBean(DeclaredType type) {
    boolean plain =
        type.decl().kind() == TypeDecl.Kind.CLASS
            && type.place().isEmpty()
            && !type.decl().is(Modifier.ABSTRACT)
            && type.decl().annotations().stream()
                .allMatch(a -> PASSIVE.contains(a.simpleName()) || guarding(a.simpleName()))
            && knowledge.project().directSubtypes(type.name()).isEmpty();
    if (!plain) {
      return true;
    }
    JavaIndex index = knowledge.project().index();
    String simple = type.decl().name();
    FileSet factories =
        index
            .filesAnnotated("Bean")
            .union(index.filesAnnotated("Produces"))
            .union(index.filesAnnotated("Factory"))
            .union(index.filesAnnotated("Import"))
            .intersect(index.filesMentioning(simple));
    return !factories.isEmpty() || index.filesCreating(simple).isEmpty();
  }

  private boolean guarding(String simpleName) {
    return knowledge.guards().annotations().stream()
        .flatMap(g -> g.annotations().stream())
        .anyMatch(n -> n.endsWith("." + simpleName));
  }
}
