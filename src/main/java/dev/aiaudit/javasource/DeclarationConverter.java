package dev.aiaudit.javasource;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.aiaudit.syntax.Import;
import dev.aiaudit.syntax.JavaFile;
import dev.aiaudit.syntax.Span;
import dev.aiaudit.syntax.TypeDecl;
import dev.aiaudit.syntax.TypeDecl.EnumConstant;
import dev.aiaudit.syntax.TypeDecl.Kind;
import dev.aiaudit.syntax.TypeParam;
import dev.aiaudit.syntax.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Converts a compilation unit and the types declared in it, at any depth. One instance per file.
 */
final class DeclarationConverter {

  private final ExpressionConverter expressions = new ExpressionConverter(this);
  private final StatementConverter statements = new StatementConverter(this, expressions);
  private final MemberConverter members = new MemberConverter(this);

  /** Binary names of the types around the one being converted, innermost first. */
  private final Deque<String> enclosing = new ArrayDeque<>();

  private String packageName = "";

  static JavaFile convert(String path, CompilationUnit unit) {
    return new DeclarationConverter().file(path, unit);
  }

  ExpressionConverter expressions() {
    return expressions;
  }

  StatementConverter statements() {
    return statements;
  }

  private JavaFile file(String path, CompilationUnit unit) {
    packageName = unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
    List<Import> imports =
        unit.getImports().stream()
            .map(i -> new Import(i.getNameAsString(), i.isStatic(), i.isAsterisk()))
            .toList();
    List<TypeDecl> types = unit.getTypes().stream().map(this::type).toList();
    return new JavaFile(path, packageName, imports, types);
  }

  TypeDecl local(TypeDeclaration<?> declaration) {
    return type(declaration);
  }

  TypeDecl anonymous(ObjectCreationExpr creation, NodeList<BodyDeclaration<?>> body) {
    Span span = Spans.of(creation);
    String name = "$" + span.startLine() + ":" + span.startColumn();
    TypeRef base = TypeRefs.of(creation.getType());
    return finish(
        new Head(Kind.ANONYMOUS, name, List.of(base), List.of()), creation, creation, body);
  }

  private TypeDecl type(TypeDeclaration<?> t) {
    return finish(head(t), t, t.getName(), t.getMembers());
  }

  private static Head head(TypeDeclaration<?> t) {
    String name = t.getNameAsString();
    if (t instanceof ClassOrInterfaceDeclaration c) {
      return new Head(
          c.isInterface() ? Kind.INTERFACE : Kind.CLASS,
          name,
          TypeRefs.list(c.getExtendedTypes()),
          TypeRefs.list(c.getImplementedTypes()));
    }
    if (t instanceof EnumDeclaration e) {
      return new Head(Kind.ENUM, name, List.of(), TypeRefs.list(e.getImplementedTypes()));
    }
    if (t instanceof RecordDeclaration r) {
      return new Head(Kind.RECORD, name, List.of(), TypeRefs.list(r.getImplementedTypes()));
    }
    return new Head(Kind.ANNOTATION, name, List.of(), List.of());
  }

  private TypeDecl finish(Head head, Node node, Node nameNode, NodeList<BodyDeclaration<?>> body) {
    String outer = enclosing.isEmpty() ? packageName : enclosing.peek();
    String binaryName = outer.isEmpty() ? head.name : outer + "." + head.name;
    enclosing.push(binaryName);
    try {
      MemberConverter.Members found = members.of(node, body);
      return new TypeDecl(
          head.kind,
          head.name,
          binaryName,
          typeParams(node),
          head.extended,
          head.implemented,
          members.modifiers(node),
          members.annotations(node),
          found.fields(),
          found.methods(),
          nested(body),
          constants(node),
          Spans.of(nameNode),
          Spans.of(node));
    } finally {
      enclosing.pop();
    }
  }

  private List<TypeDecl> nested(NodeList<BodyDeclaration<?>> body) {
    List<TypeDecl> out = new ArrayList<>();
    for (BodyDeclaration<?> member : body) {
      if (member instanceof TypeDeclaration<?> inner) {
        out.add(type(inner));
      }
    }
    return out;
  }

  private List<EnumConstant> constants(Node node) {
    if (!(node instanceof EnumDeclaration declaration)) {
      return List.of();
    }
    return declaration.getEntries().stream().map(this::constant).toList();
  }

  private EnumConstant constant(EnumConstantDeclaration c) {
    Optional<TypeDecl> body = Optional.empty();
    if (!c.getClassBody().isEmpty()) {
      TypeRef base = TypeRef.of(simple(enclosing.peek()));
      Head head = new Head(Kind.ANONYMOUS, "$" + c.getNameAsString(), List.of(base), List.of());
      body = Optional.of(finish(head, c, c.getName(), c.getClassBody()));
    }
    return new EnumConstant(
        c.getNameAsString(), expressions.list(c.getArguments()), body, Spans.of(c));
  }

  private static String simple(String binaryName) {
    return binaryName.substring(binaryName.lastIndexOf('.') + 1);
  }

  private static List<TypeParam> typeParams(Node node) {
    if (node instanceof ClassOrInterfaceDeclaration c) {
      return TypeRefs.params(c.getTypeParameters());
    }
    return node instanceof RecordDeclaration r ? TypeRefs.params(r.getTypeParameters()) : List.of();
  }

  private record Head(Kind kind, String name, List<TypeRef> extended, List<TypeRef> implemented) {
    Head {
      boolean annotation = kind == Kind.ANNOTATION;
      extended = annotation ? List.of() : extended;
    }
  }
}
