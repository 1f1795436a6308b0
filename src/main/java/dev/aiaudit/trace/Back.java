package dev.aiaudit.trace;

import java.util.Optional;

/**
 * Where a failure goes on when it leaves a method that was followed for one call only: to that
 * call, and not to all callers of the method. Methods that hand functional code on to each other
 * make a stack of these.
 *
 * @param edge the call to go on at
 * @param rest where to go on when the failure leaves the code of that call
 */
record Back(Edge edge, Optional<Back> rest) {

  /** This stack on top of another one. */
  Back onTopOf(Optional<Back> below) {
    return below.isEmpty()
        ? this
        : new Back(edge, Optional.of(rest.map(r -> r.onTopOf(below)).orElseGet(below::get)));
  }

  /** Number of calls on the stack. */
  int depth() {
    int depth = 0;
    for (Optional<Back> b = Optional.of(this); b.isPresent(); b = b.get().rest()) {
      depth++;
    }
    return depth;
  }
}
