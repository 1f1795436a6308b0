package dev.aiaudit.flow;

import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;

/**
 * One way in which code that deals with a failure can end.
 *
 * @param end how it ends
 * @param handling what whoever asked gets, when it answers
 * @param at the place that decides
 * @param types what it throws, when it throws; empty when not known
 * @param value the expression that is the answer
 * @param decided whether it is reached only because of the failure
 */
record Verdict(
    End end,
    Handling handling,
    Optional<Location> at,
    List<String> types,
    Optional<Expr> value,
    boolean decided) {

  /** How code ends. */
  enum End {
    /** With an answer. */
    ANSWER,
    /** With an exception. */
    THROW,
    /** It goes on behind the code. */
    FALL_THROUGH,
    /** It goes on with the next round of a loop. */
    NEXT_ROUND,
    /** It leaves a loop or switch. */
    BREAK
  }

  Verdict {
    types = List.copyOf(types);
  }

  static Verdict answer(Handling handling, Location at) {
    return new Verdict(End.ANSWER, handling, Optional.of(at), List.of(), Optional.empty(), false);
  }

  static Verdict answer(Handling handling, Location at, Expr value) {
    return new Verdict(End.ANSWER, handling, Optional.of(at), List.of(), Optional.of(value), false);
  }

  static Verdict thrown(List<String> types, Location at) {
    return new Verdict(
        End.THROW, Handling.RETHROW, Optional.of(at), types, Optional.empty(), false);
  }

  static Verdict of(End end) {
    return new Verdict(end, Handling.UNKNOWN, Optional.empty(), List.of(), Optional.empty(), false);
  }

  /** The same end, reached only because of the failure. */
  Verdict becauseOfFailure() {
    return new Verdict(end, handling, at, types, value, true);
  }
}
