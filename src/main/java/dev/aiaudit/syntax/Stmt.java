package dev.aiaudit.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement. */
public sealed interface Stmt extends Node {

  /** {@code { .. }}. */
  record Block(List<Stmt> statements, Span span) implements Stmt {
    public Block {
      statements = List.copyOf(statements);
    }

    @Override
    public List<Node> children() {
      return List.copyOf(statements);
    }
  }

  /** An expression as a statement. */
  record Expression(Expr expr, Span span) implements Stmt {
    @Override
    public List<Node> children() {
      return List.of(expr);
    }
  }

  /** A declaration of one local variable; {@code int a, b} becomes two. */
  record Local(TypeRef type, String name, Optional<Expr> init, Span span) implements Stmt {
    @Override
    public List<Node> children() {
      return List.copyOf(init.stream().toList());
    }
  }

  /** A class declared inside a body. */
  record LocalType(TypeDecl type, Span span) implements Stmt {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code if}. */
  record If(Expr condition, Stmt then, Optional<Stmt> otherwise, Span span) implements Stmt {
    @Override
    public List<Node> children() {
      List<Node> out = new ArrayList<>(List.of(condition, then));
      otherwise.ifPresent(out::add);
      return out;
    }
  }

  /** {@code for(;;)}, {@code while} and {@code do}. */
  record Loop(
      Kind kind, List<Stmt> init, Optional<Expr> condition, List<Expr> update, Stmt body, Span span)
      implements Stmt {
    /** Which loop it is. */
    public enum Kind {
      FOR,
      WHILE,
      DO
    }

    public Loop {
      init = List.copyOf(init);
      update = List.copyOf(update);
    }

    @Override
    public List<Node> children() {
      List<Node> out = new ArrayList<>(init);
      condition.ifPresent(out::add);
      out.add(body);
      out.addAll(update);
      return out;
    }
  }

  /** {@code for (Type name : iterable)}. */
  record ForEach(TypeRef type, String name, Expr iterable, Stmt body, Span span) implements Stmt {
    @Override
    public List<Node> children() {
      return List.of(iterable, body);
    }
  }

  /**
   * {@code try}.
   *
   * @param resources declarations or expressions in the head
   */
  record Try(
      List<Node> resources,
      Block body,
      List<Catch> catches,
      Optional<Block> finallyBlock,
      Span span)
      implements Stmt {
    public Try {
      resources = List.copyOf(resources);
      catches = List.copyOf(catches);
    }

    @Override
    public List<Node> children() {
      List<Node> out = new ArrayList<>(resources);
      out.add(body);
      catches.forEach(c -> out.add(c.body()));
      finallyBlock.ifPresent(out::add);
      return out;
    }
  }

  /** {@code return}. */
  record Return(Optional<Expr> value, Span span) implements Stmt {
    @Override
    public List<Node> children() {
      return List.copyOf(value.stream().toList());
    }
  }

  /** {@code throw}. */
  record Throw(Expr value, Span span) implements Stmt {
    @Override
    public List<Node> children() {
      return List.of(value);
    }
  }

  /** {@code switch} as a statement. */
  record Switch(Expr selector, List<Case> cases, Span span) implements Stmt {
    public Switch {
      cases = List.copyOf(cases);
    }

    @Override
    public List<Node> children() {
      return Case.nodesOf(selector, cases);
    }
  }

  /** {@code yield value}, also the value of an arrow case. */
  record Yield(Expr value, Span span) implements Stmt {
    @Override
    public List<Node> children() {
      return List.of(value);
    }
  }

  /** {@code synchronized (lock) { .. }}. */
  record Synchronized(Expr lock, Block body, Span span) implements Stmt {
    @Override
    public List<Node> children() {
      return List.of(lock, body);
    }
  }

  /** {@code break}, {@code continue}. */
  record Jump(boolean isContinue, Optional<String> label, Span span) implements Stmt {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code label: statement}. */
  record Labeled(String label, Stmt body, Span span) implements Stmt {
    @Override
    public List<Node> children() {
      return List.of(body);
    }
  }

  /** A statement that the analysis has no use for; its expressions are still visited. */
  record Other(List<Node> children, Span span) implements Stmt {
    public Other {
      children = List.copyOf(children);
    }
  }
}
