package dev.aiaudit.trace.entry;

import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A method that a pattern selects, with what its route is made of.
 *
 * @param method the method
 * @param host the type whose objects are called; the owner or a type below it
 * @param selector the annotation that selects the method
 * @param methodMarks annotations of the method
 * @param hostMarks annotations of the host and of its supertypes, nearest first
 * @param parameter the parameter that selects the method
 */
record Candidate(
    DeclaredMethod method,
    DeclaredType host,
    Optional<Mark> selector,
    List<Mark> methodMarks,
    List<Mark> hostMarks,
    OptionalInt parameter) {

  /** The same candidate, selected by an annotation. */
  Candidate selectedBy(Mark mark) {
    return new Candidate(method, host, Optional.of(mark), methodMarks, hostMarks, parameter);
  }

  /** The same candidate, selected by one of its parameters. */
  Candidate selectedBy(Mark mark, int position) {
    return new Candidate(
        method, host, Optional.of(mark), methodMarks, hostMarks, OptionalInt.of(position));
  }
}
