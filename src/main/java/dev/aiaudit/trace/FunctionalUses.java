package dev.aiaudit.trace;

import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds where functional code is run: a lambda is run by the method it is given to, by whoever
 * calls the field it is stored in, by the library it is registered with.
 */
final class FunctionalUses {
  private static final int MAX_DEPTH = 5;

  private final Typer typer;
  private final EntryPoints entryPoints;
  private final Callers callers;
  private final ToolEdges services;
  private final HeldComponents components;
  private final CodeCollections collections;

  FunctionalUses(Typer typer, EntryPoints entryPoints, Callers callers, ToolEdges services) {
    this.services = services;
    this.typer = typer;
    this.entryPoints = entryPoints;
    this.callers = callers;
    this.components = new HeldComponents(typer);
    this.collections = new CodeCollections(typer);
  }

  /** The places that run the value of a functional expression. */
  List<Run> of(Expr value, Code code, Via via) {
    List<Run> out = new ArrayList<>();
    new Search(via, out).value(value, code, Optional.empty(), 0);
    return out;
  }

  private final class Search {
    private final Via via;
    private final List<Run> out;
    private boolean kept;

    Search(Via via, List<Run> out) {
      this.via = via;
      this.out = out;
    }

    void value(Node value, Code code, Optional<Back> back, int depth) {
      if (depth > MAX_DEPTH) {
        return;
      }
      Optional<Node> parent = code.parent(value);
      if (parent.isEmpty()) {
        if (code.field().isPresent()) {
          field(new Variable.Field(code.field().get(), code.owner()), depth);
        }
        return;
      }
      Node around = parent.get();
      if (around instanceof Expr.Call call) {
        call(call, value, code, back, depth);
      } else if (around instanceof Expr.New creation) {
        creation(creation, value, code, back, depth);
      } else if (around instanceof Stmt.Local local) {
        local(local, code, back, depth);
      } else if (around instanceof Expr.Assign assign) {
        assigned(assign.target(), code, back, depth);
      } else if (around instanceof Expr.Cast || around instanceof Expr.Conditional) {
        value(around, code, back, depth + 1);
      } else if (around instanceof Expr.Lambda || around instanceof Stmt.Return) {
        returned(around, code, back, depth);
      } else if (around instanceof Expr.ArrayOf) {
        value(around, code, back, depth + 1);
      }
    }

    private void call(Expr.Call call, Node value, Code code, Optional<Back> back, int depth) {
      int position = position(call.args(), value);
      if (position < 0) {
        // The value is the receiver: it is run in place, or it is an object with a method that
        // starts it.
        if (!isMereUse(call.name())) {
          out.add(new Run(code, call, Optional.of(-1), via, back, List.of()));
        }
        return;
      }
      Callee callee = typer.callee(call, code);
      if (callee.methods().isEmpty() && CHECKS.contains(call.name())) {
        value(call, code, back, depth + 1);
      } else if (callee.methods().isEmpty()) {
        library(call, position, code, back, depth);
      } else {
        for (DeclaredMethod method : targets(callee)) {
          parameter(method, position, new Edge(code, call, Via.CALL, true), back, depth);
        }
      }
    }

    /** Whether a method of a thread, task or listener surely does not run it. */
    private boolean isMereUse(String method) {
      return method.startsWith("set") || method.startsWith("is") || NEVER_RUNNING.contains(method);
    }

    private List<DeclaredMethod> targets(Callee callee) {
      List<DeclaredMethod> all = new ArrayList<>();
      for (DeclaredMethod m : callee.methods()) {
        if (m.isAbstract()) {
          all.addAll(typer.members().overriding(m));
        } else {
          all.add(m);
        }
      }
      return all;
    }

    private void creation(
        Expr.New creation, Node value, Code code, Optional<Back> back, int depth) {
      int position = position(creation.args(), value);
      Callee callee = typer.callee(creation, code);
      Optional<DeclaredType> own = typer.project().find(callee.receiver());
      boolean written = callee.methods().stream().anyMatch(m -> m.code().isPresent());
      if (own.isPresent() && !written && creation.body().isEmpty()) {
        components.field(own.get(), position).ifPresent(f -> component(f, depth));
      } else if (callee.methods().isEmpty()) {
        library(creation, position, code, back, depth);
      } else {
        for (DeclaredMethod constructor : callee.methods()) {
          parameter(constructor, position, new Edge(code, creation, Via.CALL, true), back, depth);
        }
      }
    }

    private void component(Variable.Field field, int depth) {
      field(field, depth);
      components
          .reads(field)
          .forEach(read -> value(read.node(), read.code(), Optional.empty(), depth + 1));
    }

    private void library(Expr call, int position, Code code, Optional<Back> back, int depth) {
      List<EntryHit> entries = entryPoints.registeredBy(call, position, code);
      if (entries.isEmpty() && call instanceof Expr.Call setter && isSetter(setter)) {
        kept = true;
        return;
      }
      int before = out.size();
      Optional<Expr> made = entries.isEmpty() ? made(call, code) : Optional.empty();
      // A thread, task or client around the code: what is done with the object decides.
      made.ifPresent(object -> value(object, code, back, depth + 1));
      if (out.size() == before && !kept) {
        out.add(new Run(code, call, Optional.of(position), via, back, entries));
      }
      if (entries.isEmpty() && call instanceof Expr.Call put) {
        out.addAll(collections.runs(put, code, via));
      }
    }

    /** A setter of a library keeps what it is given; nobody tells when that is run. */
    private static boolean isSetter(Expr.Call call) {
      String name = call.name();
      return name.length() > 3 && name.startsWith("set") && Character.isUpperCase(name.charAt(3));
    }

    /** The object that keeps what the constructor, adapter or builder was given. */
    private Optional<Expr> made(Expr call, Code code) {
      if (call instanceof Expr.New || isRegistered(call, code)) {
        return Optional.of(call);
      }
      for (Optional<Expr.Call> next = link(call, code);
          next.isPresent();
          next = link(next.get(), code)) {
        if (next.get().name().equals("build")) {
          return Optional.of(next.get());
        }
      }
      return Optional.empty();
    }

    /** Whether the result of a call is given to a call that makes an entry of it. */
    private boolean isRegistered(Expr call, Code code) {
      return code.parent(call)
          .filter(p -> p instanceof Expr.Call)
          .map(p -> (Expr.Call) p)
          .filter(outer -> position(outer.args(), call) >= 0)
          .filter(
              outer ->
                  !entryPoints.registeredBy(outer, position(outer.args(), call), code).isEmpty())
          .isPresent();
    }

    /** The call that a fluent chain makes on the result. */
    private Optional<Expr.Call> link(Expr result, Code code) {
      return code.parent(result)
          .flatMap(p -> p instanceof Expr.Call next ? Optional.of(next) : Optional.empty())
          .filter(next -> next.scope().filter(scope -> scope == result).isPresent());
    }

    /** A functional parameter of a method of the tree: what the method does with it. */
    private void parameter(
        DeclaredMethod method, int position, Edge caller, Optional<Back> back, int depth) {
      Optional<Code> body = method.code();
      int params = method.decl().params().size();
      if (body.isEmpty() || params == 0) {
        return;
      }
      String name = method.decl().params().get(Math.min(position, params - 1)).name();
      Optional<Back> next = Optional.of(new Back(caller, back));
      uses(
          name,
          body.get(),
          v -> v instanceof Variable.Parameter p && p.method() == method,
          next,
          depth);
    }

    private void local(Stmt.Local local, Code code, Optional<Back> back, int depth) {
      uses(
          local.name(), code, v -> v instanceof Variable.Local l && l.decl() == local, back, depth);
    }

    private void assigned(Expr target, Code code, Optional<Back> back, int depth) {
      Optional<Variable> variable = typer.variable(target, code);
      if (variable.isPresent() && variable.get() instanceof Variable.Field field) {
        field(field, depth);
      } else if (variable.isPresent() && variable.get() instanceof Variable.Local local) {
        local(local.decl(), code, back, depth);
      }
    }

    private void field(Variable.Field field, int depth) {
      for (DeclaredType type : field.owner().file().types()) {
        for (Code code : type.codes()) {
          uses(
              field.name(),
              code,
              v -> v instanceof Variable.Field f && f.decl() == field.decl(),
              Optional.empty(),
              depth);
        }
      }
    }

    private void uses(
        String name, Code code, Predicate<Variable> same, Optional<Back> back, int depth) {
      Nodes.walk(
          code.root(),
          node -> {
            boolean mentions =
                (node instanceof Expr.Name n && n.id().equals(name)
                        || node instanceof Expr.FieldAccess a && a.name().equals(name))
                    && typer.variable((Expr) node, code).filter(same).isPresent();
            if (mentions && !isTarget(node, code)) {
              value(node, code, back, depth + 1);
            }
          });
    }

    private boolean isTarget(Node node, Code code) {
      return code.parent(node)
          .filter(p -> p instanceof Expr.Assign a && a.target() == node)
          .isPresent();
    }

    /**
     * A lambda that returns functional code hands it to whoever runs the lambda; a method, to a
     * framework that asks for it as a bean, or to its callers.
     */
    private void returned(Node around, Code code, Optional<Back> back, int depth) {
      Optional<Expr.Lambda> outer = lambdaAround(around, code);
      if (outer.isPresent()) {
        out.add(new Run(code, outer.get(), Optional.of(-1), via, back, List.of()));
        return;
      }
      Optional<DeclaredMethod> method = code.method();
      if (method.isEmpty() || !(around instanceof Stmt.Return result)) {
        return;
      }
      List<EntryHit> entries = entryPoints.of(method.get());
      if (entries.isEmpty()) {
        List<Edge> edges = callers.of(method.get());
        edges.forEach(e -> value(e.node(), e.code(), Optional.empty(), depth + 1));
        if (edges.isEmpty()) {
          services.named(method.get().owner()).forEach(this::inside);
        }
      } else if (entries.stream().allMatch(EntryHit::makesBean)) {
        bean(method.get());
      } else if (result.value().isPresent()) {
        Expr value = result.value().get();
        out.add(new Run(code, value, Optional.of(-1), via, back, entries));
      }
    }

    /** A bean is kept for others: its code runs when they call a method of the bean's type. */
    private void bean(DeclaredMethod factory) {
      kept = true;
      JavaType type = typer.project().names().resolve(factory.decl().returnType(), factory.owner());
      typer.project().find(type).stream()
          .flatMap(t -> t.methods().stream())
          .flatMap(m -> callers.of(m).stream())
          .forEach(this::inside);
    }

    /** The functional code is run during a call. */
    private void inside(Edge call) {
      out.add(
          new Run(
              call.code(),
              call.node(),
              Optional.empty(),
              Via.INJECTED,
              Optional.empty(),
              List.of()));
    }

    private static Optional<Expr.Lambda> lambdaAround(Node node, Code code) {
      for (Optional<Node> n = Optional.of(node); n.isPresent(); n = code.parent(n.get())) {
        if (n.get() instanceof Expr.Lambda lambda) {
          return Optional.of(lambda);
        }
      }
      return Optional.empty();
    }
  }

  /** Methods of libraries that look at a value and give it back. */
  private static final Set<String> CHECKS =
      Set.of(
          "requireNonNull",
          "requireNonNullElse",
          "requireNonNullElseGet",
          "checkNotNull",
          "checkNotNullParam",
          "notNull",
          "isNull",
          "nonNull");

  private static final Set<String> NEVER_RUNNING =
      Set.of(
          "interrupt", "cancel", "getName", "getId", "getState", "hashCode", "equals", "toString");

  static int position(List<? extends Node> args, Node value) {
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i) == value) {
        return i;
      }
    }
    return -1;
  }
}
