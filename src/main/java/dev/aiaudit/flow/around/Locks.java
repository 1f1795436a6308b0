package dev.aiaudit.flow.around;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a lock that everybody needs from one that keeps nobody waiting: a lock of its own for each
 * key, and one that who comes second does not wait for.
 */
final class Locks {
  private static final Set<String> RELEASES = Set.of("unlock", "unlockWrite");

  /** Methods that give the lock, or the object to lock on, of the key that they are given. */
  private static final Set<String> BY_KEY =
      Set.of(
          "computeIfAbsent",
          "putIfAbsent",
          "getOrDefault",
          "get",
          "intern",
          "getLock",
          "getFairLock",
          "obtain",
          "getUnchecked",
          "lockFor",
          "getLockFor");

  private Locks() {}

  /** What the finally block of a try statement releases; empty when it releases no lock. */
  static Optional<Expr> releasedBy(Stmt.Try attempt) {
    List<Expr> found = new ArrayList<>();
    attempt
        .finallyBlock()
        .ifPresent(
            block ->
                Nodes.walk(
                    block,
                    n -> {
                      if (n instanceof Expr.Call call && RELEASES.contains(call.name())) {
                        found.add(call.scope().orElse(call));
                      }
                    }));
    return found.stream().findFirst();
  }

  /** Whether somebody else can come to wait until such a lock is released. */
  static boolean blocksOthers(Expr lock, Code code) {
    return !ofOneKey(lock, code) && !onlyTried(lock, code);
  }

  /** Whether the lock belongs to one key, so that only those wait who ask for the same thing. */
  static boolean ofOneKey(Expr lock, Code code) {
    if (lock instanceof Expr.Call call) {
      return BY_KEY.contains(call.name()) && (call.args().isEmpty() || varies(call.args().get(0)));
    }
    return lock instanceof Expr.Name name
        && given(name.id(), code).filter(e -> ofOneKey(e, code)).isPresent();
  }

  /** A key that is written in the code is always the same one. */
  private static boolean varies(Expr key) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        key,
        n ->
            found[0] |=
                n instanceof Expr.Call
                    || n instanceof Expr.Name name && !name.id().matches("[A-Z][A-Z0-9_]*"));
    return found[0];
  }

  private static boolean onlyTried(Expr lock, Code code) {
    boolean[] tried = new boolean[1];
    boolean[] taken = new boolean[1];
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Expr.Call call && call.scope().filter(s -> same(s, lock)).isPresent()) {
            tried[0] |= call.name().equals("tryLock");
            taken[0] |= call.name().startsWith("lock");
          }
        });
    return tried[0] && !taken[0];
  }

  private static boolean same(Expr one, Expr other) {
    return name(one).isPresent() && name(one).equals(name(other));
  }

  private static Optional<String> name(Expr e) {
    if (e instanceof Expr.FieldAccess field && field.scope() instanceof Expr.This) {
      return Optional.of(field.name());
    }
    return e instanceof Expr.Name name ? Optional.of(name.id()) : Optional.empty();
  }

  private static Optional<Expr> given(String local, Code code) {
    List<Expr> found = new ArrayList<>();
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Stmt.Local decl && decl.name().equals(local)) {
            decl.init().ifPresent(found::add);
          }
        });
    return found.stream().findFirst();
  }
}
