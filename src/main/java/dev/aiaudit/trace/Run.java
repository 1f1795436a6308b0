package dev.aiaudit.trace;

import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;

/**
 * A place where a piece of functional code (a lambda, a method reference, an object made for a
 * library) is run, or handed to somebody who runs it.
 *
 * @param code the code around the place
 * @param node the call
 * @param handedTo the position of the functional argument when the call is a library's that runs
 *     it; empty when the node itself runs it
 * @param via how the place reaches the functional code
 * @param back where to go on after the code around the place: the call that handed the functional
 *     code to it
 * @param entries the entry points that the call makes of it
 */
record Run(
    Code code,
    Expr node,
    Optional<Integer> handedTo,
    Via via,
    Optional<Back> back,
    List<EntryHit> entries) {

  /** Copies the entries. */
  public Run {
    entries = List.copyOf(entries);
  }
}
