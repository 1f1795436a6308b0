package dev.aiaudit.javasource;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.aiaudit.syntax.Case;
import dev.aiaudit.syntax.Catch;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.syntax.Stmt.Loop.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Converts statements. */
final class StatementConverter {

  private final DeclarationConverter declarations;
  private final ExpressionConverter expressions;

  StatementConverter(DeclarationConverter declarations, ExpressionConverter expressions) {
    this.declarations = declarations;
    this.expressions = expressions;
  }

  Stmt.Block block(BlockStmt block) {
    return new Stmt.Block(list(block.getStatements()), Spans.of(block));
  }

  Stmt convert(Statement s) {
    if (s instanceof BlockStmt block) {
      return block(block);
    }
    if (s instanceof ExpressionStmt e && e.getExpression() instanceof VariableDeclarationExpr v) {
      return new Stmt.Block(locals(v), Spans.of(s));
    }
    if (s instanceof ExpressionStmt e) {
      return new Stmt.Expression(expressions.convert(e.getExpression()), Spans.of(s));
    }
    if (s instanceof ReturnStmt r) {
      return new Stmt.Return(r.getExpression().map(expressions::convert), Spans.of(s));
    }
    if (s instanceof IfStmt i) {
      return new Stmt.If(
          expressions.convert(i.getCondition()),
          convert(i.getThenStmt()),
          i.getElseStmt().map(this::convert),
          Spans.of(s));
    }
    if (s instanceof TryStmt t) {
      return tryStatement(t);
    }
    if (s instanceof ThrowStmt t) {
      return new Stmt.Throw(expressions.convert(t.getExpression()), Spans.of(s));
    }
    return loop(s);
  }

  private Stmt loop(Statement s) {
    if (s instanceof ForEachStmt f) {
      VariableDeclarator variable = f.getVariableDeclarator();
      return new Stmt.ForEach(
          TypeRefs.of(variable.getType()),
          variable.getNameAsString(),
          expressions.convert(f.getIterable()),
          convert(f.getBody()),
          Spans.of(s));
    }
    if (s instanceof ForStmt f) {
      return new Stmt.Loop(
          Kind.FOR,
          f.getInitialization().stream().flatMap(e -> initial(e).stream()).toList(),
          f.getCompare().map(expressions::convert),
          expressions.list(f.getUpdate()),
          convert(f.getBody()),
          Spans.of(s));
    }
    if (s instanceof WhileStmt w) {
      return plainLoop(Kind.WHILE, w.getCondition(), w.getBody(), s);
    }
    if (s instanceof DoStmt d) {
      return plainLoop(Kind.DO, d.getCondition(), d.getBody(), s);
    }
    return other(s);
  }

  private Stmt plainLoop(Kind kind, Expression condition, Statement body, Statement whole) {
    return new Stmt.Loop(
        kind,
        List.of(),
        Optional.of(expressions.convert(condition)),
        List.of(),
        convert(body),
        Spans.of(whole));
  }

  private Stmt other(Statement s) {
    if (s instanceof SwitchStmt w) {
      return new Stmt.Switch(
          expressions.convert(w.getSelector()), cases(w.getEntries(), false), Spans.of(s));
    }
    if (s instanceof SynchronizedStmt y) {
      return new Stmt.Synchronized(
          expressions.convert(y.getExpression()), block(y.getBody()), Spans.of(s));
    }
    if (s instanceof YieldStmt y) {
      return new Stmt.Yield(expressions.convert(y.getExpression()), Spans.of(s));
    }
    if (s instanceof BreakStmt b) {
      return new Stmt.Jump(false, b.getLabel().map(l -> l.getIdentifier()), Spans.of(s));
    }
    if (s instanceof ContinueStmt c) {
      return new Stmt.Jump(true, c.getLabel().map(l -> l.getIdentifier()), Spans.of(s));
    }
    if (s instanceof LabeledStmt l) {
      return new Stmt.Labeled(l.getLabel().getIdentifier(), convert(l.getStatement()), Spans.of(s));
    }
    return declaration(s);
  }

  private Stmt declaration(Statement s) {
    if (s instanceof LocalClassDeclarationStmt c) {
      return new Stmt.LocalType(declarations.local(c.getClassDeclaration()), Spans.of(s));
    }
    if (s instanceof LocalRecordDeclarationStmt r) {
      return new Stmt.LocalType(declarations.local(r.getRecordDeclaration()), Spans.of(s));
    }
    if (s instanceof ExplicitConstructorInvocationStmt c) {
      return new Stmt.Expression(constructorCall(c), Spans.of(s));
    }
    if (s instanceof AssertStmt a) {
      return new Stmt.Other(List.of(expressions.convert(a.getCheck())), Spans.of(s));
    }
    return new Stmt.Other(List.of(), Spans.of(s));
  }

  private Expr constructorCall(ExplicitConstructorInvocationStmt c) {
    return new Expr.Call(
        c.getExpression().map(expressions::convert),
        c.isThis() ? "this" : "super",
        expressions.list(c.getArguments()),
        Spans.of(c),
        Spans.of(c));
  }

  /** A declaration of several variables becomes several statements of the same block. */
  private List<Stmt> list(NodeList<Statement> statements) {
    List<Stmt> out = new ArrayList<>(statements.size());
    for (Statement s : statements) {
      if (s instanceof ExpressionStmt e && e.getExpression() instanceof VariableDeclarationExpr v) {
        out.addAll(locals(v));
      } else {
        out.add(convert(s));
      }
    }
    return out;
  }

  private List<Stmt> locals(VariableDeclarationExpr declaration) {
    List<Stmt> out = new ArrayList<>();
    for (VariableDeclarator v : declaration.getVariables()) {
      out.add(
          new Stmt.Local(
              TypeRefs.of(v.getType()),
              v.getNameAsString(),
              v.getInitializer().map(expressions::convert),
              declaration.getVariables().size() == 1 ? Spans.cover(declaration, v) : Spans.of(v)));
    }
    return out;
  }

  private List<Stmt> initial(Expression e) {
    return e instanceof VariableDeclarationExpr v
        ? locals(v)
        : List.of(new Stmt.Expression(expressions.convert(e), Spans.of(e)));
  }

  private Stmt tryStatement(TryStmt t) {
    List<Node> resources = new ArrayList<>();
    for (Expression e : t.getResources()) {
      if (e instanceof VariableDeclarationExpr v) {
        resources.addAll(locals(v));
      } else {
        resources.add(expressions.convert(e));
      }
    }
    return new Stmt.Try(
        resources,
        block(t.getTryBlock()),
        t.getCatchClauses().stream().map(this::catchClause).toList(),
        t.getFinallyBlock().map(this::block),
        Spans.of(t));
  }

  private Catch catchClause(CatchClause c) {
    return new Catch(
        TypeRefs.alternatives(c.getParameter().getType()),
        c.getParameter().getNameAsString(),
        block(c.getBody()),
        Spans.of(c));
  }

  List<Case> cases(NodeList<SwitchEntry> entries, boolean yielding) {
    return entries.stream().map(e -> oneCase(e, yielding)).toList();
  }

  private Case oneCase(SwitchEntry entry, boolean yielding) {
    boolean arrow = entry.getType() != SwitchEntry.Type.STATEMENT_GROUP;
    List<Expr> labels = entry.isDefault() ? List.of() : labels(entry);
    if (yielding && entry.getType() == SwitchEntry.Type.EXPRESSION) {
      ExpressionStmt only = (ExpressionStmt) entry.getStatements().get(0);
      Expr value = expressions.convert(only.getExpression());
      return new Case(labels, true, List.of(new Stmt.Yield(value, value.span())));
    }
    return new Case(labels, arrow, list(entry.getStatements()));
  }

  private List<Expr> labels(SwitchEntry entry) {
    List<Expr> out = new ArrayList<>();
    for (Expression label : entry.getLabels()) {
      if (label instanceof TypePatternExpr pattern) {
        Expr subject = new Expr.Other(List.of(), Spans.of(label));
        out.add(
            new Expr.InstanceOf(
                subject,
                TypeRefs.of(pattern.getType()),
                Optional.of(pattern.getNameAsString()),
                Spans.of(label)));
      } else {
        out.add(expressions.convert(label));
      }
    }
    return out;
  }
}
