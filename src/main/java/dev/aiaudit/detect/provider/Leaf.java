package dev.aiaudit.detect.provider;

import dev.aiaudit.resolve.Variable;
import dev.aiaudit.resolve.bean.Managed;

/** Where following a value ends. */
sealed interface Leaf {

  /** An expression that is not followed: a literal, an object creation, a call of a library. */
  record Value(Spot spot) implements Leaf {}

  /**
   * A variable that no code of the tree sets: injected, bound to settings, or the argument of an
   * unknown caller.
   */
  record Open(Variable variable, Spot spot) implements Leaf {

    /** Whether it is a parameter of a method that no container and no main code calls. */
    boolean uncalled() {
      return variable instanceof Variable.Parameter p && !Managed.injects(p.method());
    }
  }
}
