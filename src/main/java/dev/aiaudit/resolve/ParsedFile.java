package dev.aiaudit.resolve;

import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.JavaFile;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.syntax.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A parsed file and all the types in it, at any depth. */
public final class ParsedFile {
  private final JavaFile syntax;
  private final boolean test;
  private final Map<String, DeclaredType> types = new LinkedHashMap<>();
  private final List<DeclaredType> inOrder;
  private Map<String, List<Use>> uses = Map.of();

  /**
   * A call, method reference or creation.
   *
   * @param node an {@link Expr.Call}, {@link Expr.MethodRef} or {@link Expr.New}
   * @param code the code around it
   */
  public record Use(Expr node, Code code) {}

  /**
   * Finds the types of a file.
   *
   * @param syntax the parsed file
   * @param test whether it is test code
   */
  public ParsedFile(JavaFile syntax, boolean test) {
    this.syntax = syntax;
    this.test = test;
    syntax.types().forEach(t -> add(t, Optional.empty(), Optional.empty()));
    this.inOrder = List.copyOf(types.values());
  }

  /** Relative path with forward slashes. */
  public String path() {
    return syntax.path();
  }

  /** Its syntax. */
  public JavaFile syntax() {
    return syntax;
  }

  /** Whether it is test code. */
  public boolean test() {
    return test;
  }

  /** All types, outer before inner, in source order. */
  public List<DeclaredType> types() {
    return inOrder;
  }

  /** The type with that full name. */
  public Optional<DeclaredType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /**
   * What the code of the file does with a method of that name, in source order: calls and method
   * references; of {@code <init>}, creations, {@code ::new}, {@code this(…)} and {@code super(…)}.
   */
  public List<Use> uses(String method) {
    if (uses.isEmpty()) {
      Map<String, List<Use>> found = new HashMap<>();
      for (DeclaredType type : inOrder) {
        for (Code code : type.codes()) {
          Nodes.walk(code.root(), node -> note(node, code, found));
        }
      }
      uses = found;
    }
    return uses.getOrDefault(method, List.of());
  }

  private static void note(Node node, Code code, Map<String, List<Use>> found) {
    if (node instanceof Expr.Call call) {
      boolean explicit = call.name().equals("this") || call.name().equals("super");
      note(explicit ? "<init>" : call.name(), call, code, found);
    } else if (node instanceof Expr.MethodRef ref) {
      note(ref.name().equals("new") ? "<init>" : ref.name(), ref, code, found);
    } else if (node instanceof Expr.New creation) {
      note("<init>", creation, code, found);
    }
  }

  private static void note(String name, Expr node, Code code, Map<String, List<Use>> found) {
    found.computeIfAbsent(name, n -> new ArrayList<>(2)).add(new Use(node, code));
  }

  private void add(
      TypeDecl decl, Optional<DeclaredType> outer, Optional<DeclaredType.Place> place) {
    DeclaredType type = new DeclaredType(decl, this, outer, place);
    types.putIfAbsent(type.name(), type);
    decl.nested().forEach(t -> add(t, Optional.of(type), Optional.empty()));
    for (Code code : type.codes()) {
      for (Inner inner : innerOf(code)) {
        add(inner.decl, Optional.of(type), Optional.of(new DeclaredType.Place(code, inner.node)));
      }
    }
    decl.constants()
        .forEach(c -> c.body().ifPresent(b -> add(b, Optional.of(type), Optional.empty())));
  }

  private record Inner(TypeDecl decl, Node node) {}

  private static List<Inner> innerOf(Code code) {
    List<Inner> out = new ArrayList<>();
    Nodes.walk(
        code.root(),
        node -> {
          if (node instanceof Expr.New creation) {
            creation.body().ifPresent(b -> out.add(new Inner(b, node)));
          } else if (node instanceof Stmt.LocalType local) {
            out.add(new Inner(local.type(), node));
          }
        });
    return out;
  }
}
