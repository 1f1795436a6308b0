package dev.aiaudit.resolve;

import java.util.List;

/**
 * What a call or method reference means.
 *
 * @param receiver the static type of the receiver; of an unqualified call the type around it or the
 *     type it is inherited from
 * @param name method name, {@code <init>} for a constructor
 * @param arguments number of arguments; -1 for a method reference
 * @param methods declarations in the tree that it may mean, before overriding; empty for a library
 *     method
 * @param unqualified whether it is a call on {@code this} or of a static method of the same type or
 *     an outer one
 */
public record Callee(
    JavaType receiver,
    String name,
    int arguments,
    List<DeclaredMethod> methods,
    boolean unqualified) {

  /** Copies the methods. */
  public Callee {
    methods = List.copyOf(methods);
  }

  /** Whether neither the tree nor the receiver's type tells what is called. */
  public boolean unresolved() {
    return methods.isEmpty() && !receiver.isKnown();
  }
}
