package dev.aiaudit.javasource;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Expr.Literal.Kind;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Param;
import dev.aiaudit.syntax.TypeRef;
import java.util.List;
import java.util.Optional;

/** Converts expressions. */
final class ExpressionConverter {

  private final DeclarationConverter declarations;

  ExpressionConverter(DeclarationConverter declarations) {
    this.declarations = declarations;
  }

  Expr convert(Expression e) {
    if (e instanceof MethodCallExpr call) {
      return call(call);
    }
    if (e instanceof NameExpr name) {
      return new Expr.Name(name.getNameAsString(), Spans.of(e));
    }
    if (e instanceof FieldAccessExpr access) {
      return new Expr.FieldAccess(
          convert(access.getScope()), access.getNameAsString(), Spans.of(e));
    }
    if (e instanceof EnclosedExpr enclosed) {
      return convert(enclosed.getInner());
    }
    if (e instanceof LiteralExpr literal) {
      return literal(literal);
    }
    if (e instanceof ObjectCreationExpr creation) {
      return creation(creation);
    }
    if (e instanceof LambdaExpr lambda) {
      return lambda(lambda);
    }
    if (e instanceof MethodReferenceExpr ref) {
      return new Expr.MethodRef(referenced(ref.getScope()), ref.getIdentifier(), Spans.of(e));
    }
    return operator(e);
  }

  /** The parser takes every name before {@code ::} for a type; most are variables. */
  private Expr referenced(Expression scope) {
    return scope instanceof TypeExpr t
            && t.getType() instanceof ClassOrInterfaceType type
            && type.getTypeArguments().isEmpty()
        ? named(type)
        : convert(scope);
  }

  private static Expr named(ClassOrInterfaceType type) {
    String name = type.getNameAsString();
    return type.getScope()
        .<Expr>map(scope -> new Expr.FieldAccess(named(scope), name, Spans.of(type)))
        .orElseGet(() -> new Expr.Name(name, Spans.of(type)));
  }

  private Expr operator(Expression e) {
    if (e instanceof AssignExpr a) {
      return new Expr.Assign(
          convert(a.getTarget()), a.getOperator().asString(), convert(a.getValue()), Spans.of(e));
    }
    if (e instanceof BinaryExpr b) {
      return new Expr.Binary(
          b.getOperator().asString(), convert(b.getLeft()), convert(b.getRight()), Spans.of(e));
    }
    if (e instanceof UnaryExpr u) {
      return new Expr.Unary(u.getOperator().asString(), convert(u.getExpression()), Spans.of(e));
    }
    if (e instanceof ConditionalExpr c) {
      return new Expr.Conditional(
          convert(c.getCondition()),
          convert(c.getThenExpr()),
          convert(c.getElseExpr()),
          Spans.of(e));
    }
    if (e instanceof CastExpr c) {
      return new Expr.Cast(TypeRefs.of(c.getType()), convert(c.getExpression()), Spans.of(e));
    }
    if (e instanceof InstanceOfExpr i) {
      return new Expr.InstanceOf(
          convert(i.getExpression()),
          TypeRefs.of(i.getType()),
          i.getPattern().flatMap(ExpressionConverter::binding),
          Spans.of(e));
    }
    return primary(e);
  }

  private Expr primary(Expression e) {
    if (e instanceof ThisExpr t) {
      return new Expr.This(t.getTypeName().map(n -> n.asString()), Spans.of(e));
    }
    if (e instanceof SuperExpr s) {
      return new Expr.Super(s.getTypeName().map(n -> n.asString()), Spans.of(e));
    }
    if (e instanceof ClassExpr c) {
      return new Expr.ClassLiteral(TypeRefs.of(c.getType()), Spans.of(e));
    }
    if (e instanceof TypeExpr t) {
      return new Expr.TypeName(TypeRefs.of(t.getType()), Spans.of(e));
    }
    if (e instanceof ArrayAccessExpr a) {
      return new Expr.Index(convert(a.getName()), convert(a.getIndex()), Spans.of(e));
    }
    if (e instanceof ArrayCreationExpr a) {
      List<Expr> values = a.getInitializer().map(i -> list(i.getValues())).orElse(List.of());
      return new Expr.ArrayOf(TypeRefs.of(a.getElementType()), values, Spans.of(e));
    }
    if (e instanceof ArrayInitializerExpr a) {
      return new Expr.ArrayOf(TypeRef.VAR, list(a.getValues()), Spans.of(e));
    }
    if (e instanceof SwitchExpr s) {
      return new Expr.Switch(
          convert(s.getSelector()), statements().cases(s.getEntries(), true), Spans.of(e));
    }
    return new Expr.Other(List.of(), Spans.of(e));
  }

  List<Expr> list(NodeList<Expression> expressions) {
    return expressions.stream().map(this::convert).toList();
  }

  private Expr call(MethodCallExpr call) {
    return new Expr.Call(
        call.getScope().map(this::convert),
        call.getNameAsString(),
        list(call.getArguments()),
        Spans.of(call.getName()),
        Spans.of(call));
  }

  private Expr creation(ObjectCreationExpr creation) {
    return new Expr.New(
        creation.getScope().map(this::convert),
        TypeRefs.of(creation.getType()),
        list(creation.getArguments()),
        creation.getAnonymousClassBody().map(b -> declarations.anonymous(creation, b)),
        Spans.of(creation));
  }

  private Expr lambda(LambdaExpr lambda) {
    List<Param> params = lambda.getParameters().stream().map(this::lambdaParam).toList();
    Node body =
        lambda.getBody() instanceof ExpressionStmt only
            ? convert(only.getExpression())
            : statements().convert(lambda.getBody());
    return new Expr.Lambda(params, body, Spans.of(lambda));
  }

  private Param lambdaParam(Parameter p) {
    return new Param(TypeRefs.of(p.getType()), p.getNameAsString(), p.isVarArgs(), List.of());
  }

  private static Optional<String> binding(PatternExpr pattern) {
    return pattern instanceof TypePatternExpr typed
        ? Optional.of(typed.getNameAsString())
        : Optional.empty();
  }

  private static Expr literal(LiteralExpr e) {
    if (e instanceof TextBlockLiteralExpr text) {
      return new Expr.Literal(Kind.STRING, textBlock(text), Spans.of(e));
    }
    if (e instanceof StringLiteralExpr string) {
      return new Expr.Literal(Kind.STRING, unescaped(string), Spans.of(e));
    }
    if (e instanceof CharLiteralExpr c) {
      return new Expr.Literal(Kind.CHAR, c.getValue(), Spans.of(e));
    }
    if (e instanceof LiteralStringValueExpr number) {
      return new Expr.Literal(Kind.NUMBER, number.getValue(), Spans.of(e));
    }
    if (e.isBooleanLiteralExpr()) {
      return new Expr.Literal(
          Kind.BOOLEAN, String.valueOf(e.asBooleanLiteralExpr().getValue()), Spans.of(e));
    }
    return new Expr.Literal(Kind.NULL, "null", Spans.of(e));
  }

  /** JavaParser throws on an escape it does not know; the source form is then good enough. */
  private static String unescaped(StringLiteralExpr literal) {
    try {
      return literal.asString();
    } catch (IllegalArgumentException unknownEscape) {
      return literal.getValue();
    }
  }

  private static String textBlock(TextBlockLiteralExpr literal) {
    try {
      return literal.translateEscapes();
    } catch (IllegalArgumentException unknownEscape) {
      return literal.getValue();
    }
  }

  private StatementConverter statements() {
    return declarations.statements();
  }
}
