package dev.aiaudit.resolve;

import dev.aiaudit.model.Location;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.FieldDecl;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Span;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.syntax.TypeDecl.EnumConstant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Code that runs as one piece: a method body, a field initializer, the arguments of an enum
 * constant. Lambdas inside belong to it, bodies of anonymous and local classes do not. Compared by
 * identity.
 */
public final class Code {
  private final DeclaredType owner;
  private final Optional<DeclaredMethod> method;
  private final Optional<FieldDecl> field;
  private final Node root;
  private Map<Node, Node> parents = Map.of();
  private final Map<Expr, JavaType> types = new IdentityHashMap<>();
  private final Map<Expr, Callee> callees = new IdentityHashMap<>();

  private Code(
      DeclaredType owner, Optional<DeclaredMethod> method, Optional<FieldDecl> field, Node root) {
    this.owner = owner;
    this.method = method;
    this.field = field;
    this.root = root;
  }

  static Code ofMethod(DeclaredMethod method, Stmt.Block body) {
    return new Code(method.owner(), Optional.of(method), Optional.empty(), body);
  }

  static Code ofField(DeclaredType owner, FieldDecl field) {
    return new Code(owner, Optional.empty(), Optional.of(field), field.init().orElseThrow());
  }

  static Code ofConstant(DeclaredType owner, EnumConstant constant) {
    Node root = new Expr.Other(List.copyOf(constant.args()), constant.span());
    return new Code(owner, Optional.empty(), Optional.empty(), root);
  }

  /** The value of a member of an annotation on a type or on one of its members. */
  public static Code ofAnnotation(DeclaredType owner, Expr value) {
    return new Code(owner, Optional.empty(), Optional.empty(), value);
  }

  /** The type that it belongs to. */
  public DeclaredType owner() {
    return owner;
  }

  /** The method whose body it is. */
  public Optional<DeclaredMethod> method() {
    return method;
  }

  /** The field whose initializer it is. */
  public Optional<FieldDecl> field() {
    return field;
  }

  /** The outermost node. */
  public Node root() {
    return root;
  }

  /** The node around another one; empty for the root. */
  public Optional<Node> parent(Node node) {
    if (parents.isEmpty()) {
      parents = parentsOf(root);
    }
    return Optional.ofNullable(parents.get(node));
  }

  private static Map<Node, Node> parentsOf(Node root) {
    Map<Node, Node> out = new IdentityHashMap<>();
    Deque<Node> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Node node = open.pop();
      for (Node child : node.children()) {
        out.put(child, node);
        open.push(child);
      }
    }
    return out;
  }

  /** What the typer found out about expressions of this code. */
  Map<Expr, JavaType> types() {
    return types;
  }

  /** What the typer found out about calls of this code. */
  Map<Expr, Callee> callees() {
    return callees;
  }

  /** {@code package.Class.method} or {@code package.Class.field}, for reports. */
  public String label() {
    String member =
        method.map(m -> m.name()).or(() -> field.map(FieldDecl::name)).orElse("<clinit>");
    return owner.displayName() + "." + member;
  }

  /** {@code package.Class.method(ParamType,ParamType)}, or as {@link #label()} for other code. */
  public String signature() {
    return method.map(DeclaredMethod::qualifiedName).orElseGet(this::label);
  }

  /** The place of a node in the scanned tree. */
  public Location location(Node node) {
    return location(node.span());
  }

  /** The place of a range in the scanned tree. */
  public Location location(Span span) {
    return new Location(
        owner.file().path(),
        span.startLine(),
        span.startColumn(),
        Math.max(span.startLine(), span.endLine()),
        span.endColumn());
  }

  @Override
  public String toString() {
    return signature();
  }
}
