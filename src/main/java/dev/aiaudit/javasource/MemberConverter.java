package dev.aiaudit.javasource;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import com.github.javaparser.ast.type.ReferenceType;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.FieldDecl;
import dev.aiaudit.syntax.MethodDecl;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.Param;
import dev.aiaudit.syntax.TypeRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Converts fields, methods, constructors and annotations. */
final class MemberConverter {

  /** The members of one type. */
  record Members(List<FieldDecl> fields, List<MethodDecl> methods) {}

  private final DeclarationConverter declarations;

  MemberConverter(DeclarationConverter declarations) {
    this.declarations = declarations;
  }

  Members of(Node owner, NodeList<BodyDeclaration<?>> body) {
    List<FieldDecl> fields = new ArrayList<>();
    List<MethodDecl> methods = new ArrayList<>();
    if (owner instanceof RecordDeclaration record) {
      record.getParameters().forEach(p -> fields.add(component(p)));
    }
    for (BodyDeclaration<?> member : body) {
      if (member instanceof FieldDeclaration f) {
        f.getVariables().forEach(v -> fields.add(field(f, v)));
      } else {
        method(owner, member).ifPresent(methods::add);
      }
    }
    if (owner instanceof RecordDeclaration record && !hasCanonical(methods, record)) {
      methods.add(canonical(record));
    }
    return new Members(fields, methods);
  }

  private static boolean hasCanonical(List<MethodDecl> methods, RecordDeclaration record) {
    int components = record.getParameters().size();
    return methods.stream().anyMatch(m -> m.isConstructor() && m.params().size() == components);
  }

  private MethodDecl canonical(RecordDeclaration record) {
    return new MethodDecl(
        MethodDecl.CONSTRUCTOR,
        List.of(),
        TypeRef.VOID,
        params(record.getParameters()),
        List.of(),
        Set.of(Modifier.PUBLIC),
        List.of(),
        Optional.empty(),
        Spans.of(record.getName()),
        Spans.of(record.getName()));
  }

  private FieldDecl component(Parameter p) {
    return new FieldDecl(
        TypeRefs.of(p.getType()),
        p.getNameAsString(),
        Optional.empty(),
        EnumSet.of(Modifier.PRIVATE, Modifier.FINAL),
        annotations(p),
        Spans.of(p));
  }

  private FieldDecl field(FieldDeclaration f, VariableDeclarator v) {
    return new FieldDecl(
        TypeRefs.of(v.getType()),
        v.getNameAsString(),
        v.getInitializer().map(declarations.expressions()::convert),
        modifiers(f),
        annotations(f),
        Spans.of(v));
  }

  private Optional<MethodDecl> method(Node owner, BodyDeclaration<?> member) {
    if (member instanceof MethodDeclaration m) {
      return Optional.of(method(m));
    }
    if (member instanceof ConstructorDeclaration c) {
      return Optional.of(constructor(c));
    }
    if (member instanceof CompactConstructorDeclaration c && owner instanceof RecordDeclaration r) {
      return Optional.of(compact(c, r));
    }
    if (member instanceof InitializerDeclaration i) {
      return Optional.of(initializer(i));
    }
    return Optional.empty();
  }

  private MethodDecl method(MethodDeclaration m) {
    return new MethodDecl(
        m.getNameAsString(),
        TypeRefs.params(m.getTypeParameters()),
        TypeRefs.of(m.getType()),
        params(m.getParameters()),
        thrown(m.getThrownExceptions()),
        modifiers(m),
        annotations(m),
        m.getBody().map(declarations.statements()::block),
        Spans.of(m.getName()),
        Spans.of(m));
  }

  private MethodDecl constructor(ConstructorDeclaration c) {
    return new MethodDecl(
        MethodDecl.CONSTRUCTOR,
        TypeRefs.params(c.getTypeParameters()),
        TypeRef.VOID,
        params(c.getParameters()),
        thrown(c.getThrownExceptions()),
        modifiers(c),
        annotations(c),
        Optional.of(declarations.statements().block(c.getBody())),
        Spans.of(c.getName()),
        Spans.of(c));
  }

  private MethodDecl compact(CompactConstructorDeclaration c, RecordDeclaration record) {
    return new MethodDecl(
        MethodDecl.CONSTRUCTOR,
        List.of(),
        TypeRef.VOID,
        params(record.getParameters()),
        List.of(),
        modifiers(c),
        annotations(c),
        Optional.of(declarations.statements().block(c.getBody())),
        Spans.of(c.getName()),
        Spans.of(c));
  }

  private MethodDecl initializer(InitializerDeclaration i) {
    return new MethodDecl(
        i.isStatic() ? MethodDecl.STATIC_INIT : MethodDecl.INSTANCE_INIT,
        List.of(),
        TypeRef.VOID,
        List.of(),
        List.of(),
        i.isStatic() ? Set.of(Modifier.STATIC) : Set.of(),
        List.of(),
        Optional.of(declarations.statements().block(i.getBody())),
        Spans.of(i),
        Spans.of(i));
  }

  private List<Param> params(NodeList<Parameter> params) {
    return params.stream()
        .map(
            p ->
                new Param(
                    TypeRefs.of(p.getType()), p.getNameAsString(), p.isVarArgs(), annotations(p)))
        .toList();
  }

  private static List<TypeRef> thrown(NodeList<ReferenceType> types) {
    return TypeRefs.list(types);
  }

  Set<Modifier> modifiers(Node node) {
    Set<Modifier> out = EnumSet.noneOf(Modifier.class);
    if (node instanceof NodeWithModifiers<?> owner) {
      for (com.github.javaparser.ast.Modifier m : owner.getModifiers()) {
        modifier(m.getKeyword()).ifPresent(out::add);
      }
    }
    return out;
  }

  private static Optional<Modifier> modifier(com.github.javaparser.ast.Modifier.Keyword keyword) {
    return switch (keyword) {
      case PUBLIC -> Optional.of(Modifier.PUBLIC);
      case PROTECTED -> Optional.of(Modifier.PROTECTED);
      case PRIVATE -> Optional.of(Modifier.PRIVATE);
      case STATIC -> Optional.of(Modifier.STATIC);
      case FINAL -> Optional.of(Modifier.FINAL);
      case ABSTRACT -> Optional.of(Modifier.ABSTRACT);
      case DEFAULT -> Optional.of(Modifier.DEFAULT);
      case SYNCHRONIZED -> Optional.of(Modifier.SYNCHRONIZED);
      default -> Optional.empty();
    };
  }

  List<Annotation> annotations(Node node) {
    return node instanceof NodeWithAnnotations<?> owner
        ? owner.getAnnotations().stream().map(this::annotation).toList()
        : List.of();
  }

  private Annotation annotation(AnnotationExpr a) {
    Map<String, Expr> values = new LinkedHashMap<>();
    if (a instanceof SingleMemberAnnotationExpr single) {
      values.put("value", annotationValue(single.getMemberValue()));
    } else if (a instanceof NormalAnnotationExpr normal) {
      for (MemberValuePair pair : normal.getPairs()) {
        values.put(pair.getNameAsString(), annotationValue(pair.getValue()));
        if (pair.getValue() instanceof AnnotationExpr nested) {
          annotation(nested)
              .members()
              .forEach((name, value) -> values.put(pair.getNameAsString() + "." + name, value));
        }
      }
    }
    return new Annotation(a.getNameAsString(), values, Spans.of(a));
  }

  private Expr annotationValue(com.github.javaparser.ast.expr.Expression value) {
    return declarations.expressions().convert(value);
  }
}
