package dev.aiaudit.trace.entry;

import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import java.util.Optional;

/**
 * An annotation in its place.
 *
 * @param name full name as far as known
 * @param annotation as written
 * @param at the type in or on which it is written, to resolve names in its members
 * @param via the annotation of the project that carries this one, when it is a composed one
 */
record Mark(String name, Annotation annotation, DeclaredType at, Optional<Mark> via) {

  /**
   * The value of a member.
   *
   * @param expr the expression
   * @param at the type whose names it uses
   */
  record Value(Expr expr, DeclaredType at) {}

  /** The value of a member; what the composed annotation sets goes before what it presets. */
  Optional<Value> member(String member) {
    return via.flatMap(outer -> outer.member(member))
        .or(() -> annotation.member(member).map(expr -> new Value(expr, at)));
  }
}
