package dev.aiaudit.trace;

import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells which calls on a thread, task, command or listener can run its code. */
final class StartCalls {
  private static final Set<String> NEVER =
      Set.of(
          "interrupt", "cancel", "getName", "getId", "getState", "hashCode", "equals", "toString");

  private final Typer typer;

  StartCalls(Typer typer) {
    this.typer = typer;
  }

  /**
   * Whether a call on functional code can run it.
   *
   * @param object whether the code is that of an object whose methods a library calls, and not a
   *     lambda that runs by the method of its own interface
   */
  boolean mayRun(Expr.Call call, Code code, boolean object) {
    String method = call.name();
    return !method.startsWith("set")
        && !method.startsWith("is")
        && !NEVER.contains(method)
        && !(object && runsSomethingElse(call, code));
  }

  /** Whether a call of a method of the tree neither is nor leads to one of the library. */
  private boolean runsSomethingElse(Expr.Call call, Code code) {
    List<DeclaredMethod> own = targets(typer.callee(call, code));
    return !own.isEmpty() && own.stream().noneMatch(this::callsLibraryOnThis);
  }

  private boolean callsLibraryOnThis(DeclaredMethod method) {
    boolean[] found = new boolean[1];
    method
        .code()
        .ifPresent(
            body ->
                Nodes.walk(
                    body.root(),
                    n ->
                        found[0] |=
                            n instanceof Expr.Call inner
                                && inner.scope().filter(s -> !isSelf(s)).isEmpty()
                                && typer.callee(inner, body).methods().isEmpty()));
    return found[0];
  }

  private static boolean isSelf(Expr scope) {
    return scope instanceof Expr.This || scope instanceof Expr.Super;
  }

  /** The methods of the tree with a body that a call can run. */
  List<DeclaredMethod> targets(Callee callee) {
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
}
