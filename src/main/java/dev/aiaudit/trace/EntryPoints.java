package dev.aiaudit.trace;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.syntax.Expr;
import java.util.List;

/** Recognises entry points. */
public interface EntryPoints {

  /** The ways in which the outside calls a method directly; usually none. */
  List<EntryHit> of(DeclaredMethod method);

  /**
   * The entries that a call makes of one of its arguments.
   *
   * @param call an {@link Expr.Call} or {@link Expr.New}
   * @param argument position of the lambda, method reference or object, from 0
   * @param code the code around the call
   */
  List<EntryHit> registeredBy(Expr call, int argument, Code code);

  /** Methods of clients in the tree whose requests arrive at a method that handles HTTP. */
  List<RemoteMethod> clientsOf(DeclaredMethod handler);
}
