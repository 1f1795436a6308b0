package dev.aiaudit.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An expression. Parentheses are left out. */
public sealed interface Expr extends Node {

  /** A simple name: a local, a parameter, a field or a type. */
  record Name(String id, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code scope.name} without a call. */
  record FieldAccess(Expr scope, String name, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of(scope);
    }
  }

  /**
   * A method call. The explicit constructor calls {@code this(..)} and {@code super(..)} have these
   * words as names.
   *
   * @param nameSpan where the method's name is
   */
  record Call(Optional<Expr> scope, String name, List<Expr> args, Span nameSpan, Span span)
      implements Expr {
    public Call {
      args = List.copyOf(args);
    }

    @Override
    public List<Node> children() {
      List<Node> out = new ArrayList<>(args.size() + 1);
      scope.ifPresent(out::add);
      out.addAll(args);
      return out;
    }
  }

  /** {@code new Type(args) { body }}. */
  record New(
      Optional<Expr> outer, TypeRef type, List<Expr> args, Optional<TypeDecl> body, Span span)
      implements Expr {
    public New {
      args = List.copyOf(args);
    }

    @Override
    public List<Node> children() {
      List<Node> out = new ArrayList<>(args.size() + 1);
      outer.ifPresent(out::add);
      out.addAll(args);
      return out;
    }
  }

  /** {@code scope::name}; the name of a constructor is {@code new}. */
  record MethodRef(Expr scope, String name, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of(scope);
    }
  }

  /** A type where an expression is expected, as in {@code List<String>::size}. */
  record TypeName(TypeRef type, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /**
   * A lambda.
   *
   * @param params parameters; the type is {@code var} when it is left out
   * @param body an expression or a block
   */
  record Lambda(List<Param> params, Node body, Span span) implements Expr {
    public Lambda {
      params = List.copyOf(params);
    }

    @Override
    public List<Node> children() {
      return List.of(body);
    }
  }

  /**
   * A literal.
   *
   * @param kind what it is
   * @param value the value of a string or character without quotes and escapes, else the source
   *     form
   */
  record Literal(Kind kind, String value, Span span) implements Expr {
    /** What a literal is. */
    public enum Kind {
      STRING,
      CHAR,
      NUMBER,
      BOOLEAN,
      NULL
    }

    /** Whether it is the string, character, number or word with that value. */
    public boolean is(Kind wanted) {
      return kind == wanted;
    }

    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code Type.class}. */
  record ClassLiteral(TypeRef type, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code target op value} with {@code =}, {@code +=} and the like. */
  record Assign(Expr target, String operator, Expr value, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of(target, value);
    }
  }

  /** {@code left op right}. */
  record Binary(String operator, Expr left, Expr right, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of(left, right);
    }
  }

  /** {@code op operand} or {@code operand op}. */
  record Unary(String operator, Expr operand, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of(operand);
    }
  }

  /** {@code condition ? whenTrue : whenFalse}. */
  record Conditional(Expr condition, Expr whenTrue, Expr whenFalse, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of(condition, whenTrue, whenFalse);
    }
  }

  /** {@code (Type) operand}. */
  record Cast(TypeRef type, Expr operand, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of(operand);
    }
  }

  /** {@code operand instanceof Type binding}. */
  record InstanceOf(Expr operand, TypeRef type, Optional<String> binding, Span span)
      implements Expr {
    @Override
    public List<Node> children() {
      return List.of(operand);
    }
  }

  /** {@code array[index]}. */
  record Index(Expr array, Expr index, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of(array, index);
    }
  }

  /**
   * {@code new Type[..] {..}} or {@code {..}}; the element type is {@code var} when it is left out.
   */
  record ArrayOf(TypeRef element, List<Expr> values, Span span) implements Expr {
    public ArrayOf {
      values = List.copyOf(values);
    }

    @Override
    public List<Node> children() {
      return List.copyOf(values);
    }
  }

  /** {@code this}, {@code Outer.this}. */
  record This(Optional<String> qualifier, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code super}, {@code Iface.super}. */
  record Super(Optional<String> qualifier, Span span) implements Expr {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** A switch that yields a value. */
  record Switch(Expr selector, List<Case> cases, Span span) implements Expr {
    public Switch {
      cases = List.copyOf(cases);
    }

    @Override
    public List<Node> children() {
      return Case.nodesOf(selector, cases);
    }
  }

  /** An expression of a form that the analysis does not know; its parts are still visited. */
  record Other(List<Node> children, Span span) implements Expr {
    public Other {
      children = List.copyOf(children);
    }
  }
}
