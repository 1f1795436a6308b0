package dev.aiaudit.catalog.guard;

import dev.aiaudit.model.GuardKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call that guards something: its receiver, or code that it is given.
 *
 * @param id unique, such as {@code reactor.on-error-resume}
 * @param types the receiver, or for static methods the declaring type, is one of these or below
 * @param methods method names
 * @param arguments it is meant with so many arguments; empty: with any number
 * @param effect what it does about a failure
 * @param kinds further guards that it brings along
 * @param places where its arguments are
 * @param attempts what it repeats
 * @param duration its time limit when no argument gives one
 * @param body where the guarded code is when it is no argument
 * @param switchedOnBy a setter that must be given true where the receiver is made; without it the
 *     guard does nothing about a failure
 */
public record GuardCall(
    String id,
    List<String> types,
    List<String> methods,
    Set<Integer> arguments,
    Effect effect,
    Set<GuardKind> kinds,
    GuardPlaces places,
    Attempts attempts,
    Optional<Duration> duration,
    Body body,
    Optional<String> switchedOnBy) {

  /** Where the guarded code is. */
  public enum Body {
    /** At {@link GuardPlaces#guarded()}, or else the receiver's chain. */
    ARGUMENT_OR_RECEIVER,
    /** The result is a policy that guards what a later {@code RUN} is given. */
    POLICY_OBJECT,
    /** The result is handed to {@code transform} or {@code transformDeferred} of a pipeline. */
    TRANSFORMER,
    /** The receiver's own methods {@code run} and {@code getFallback}. */
    OWN_METHODS,
    /** What follows the call, in the same block or the same chain. */
    FOLLOWING
  }

  /** Copies the collections. */
  public GuardCall {
    types = List.copyOf(types);
    methods = List.copyOf(methods);
    arguments = Set.copyOf(arguments);
    kinds = Set.copyOf(kinds);
  }

  /** Whether the call is meant with so many arguments. */
  public boolean takes(int count) {
    return arguments.isEmpty() || arguments.contains(count);
  }
}
