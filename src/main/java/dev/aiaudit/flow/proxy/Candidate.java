package dev.aiaudit.flow.proxy;

import dev.aiaudit.resolve.DeclaredMethod;
import java.util.OptionalInt;

/**
 * A method that fits as a fallback.
 *
 * @param method the method
 * @param exception the position of the parameter that gets the exception; empty when there is none
 */
public record Candidate(DeclaredMethod method, OptionalInt exception) {

  static Candidate without(DeclaredMethod method) {
    return new Candidate(method, OptionalInt.empty());
  }

  static Candidate at(DeclaredMethod method, int position) {
    return new Candidate(method, OptionalInt.of(position));
  }
}
