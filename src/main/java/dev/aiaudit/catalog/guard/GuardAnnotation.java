package dev.aiaudit.catalog.guard;

import dev.aiaudit.catalog.type.Interception;
import dev.aiaudit.model.GuardKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An annotation that guards a method.
 *
 * @param id unique, such as {@code r4j.retry}
 * @param annotations qualified names
 * @param library who acts on it, such as {@code resilience4j}
 * @param kinds what it does, apart from a fallback that its members name
 * @param interception how it comes to act
 * @param elsewhere how it comes to act outside the framework that {@code interception} stands for
 * @param members which member plays which part
 * @param fallback how its fallback is found
 * @param attempts what it repeats when nothing else is written
 * @param duration its time limit when nothing else is written
 * @param asyncReturn what it does for methods that return a future or a pipeline
 * @param reactiveNeeds artifacts one of which is needed for methods that return a pipeline
 * @param needs all must be met, or it does nothing
 * @param disabledBy endings of configuration lines that switch it off
 * @param configPrefix prefix of the keys that configure an instance by its name
 * @param flags what else is particular about it
 */
public record GuardAnnotation(
    String id,
    List<String> annotations,
    String library,
    Set<GuardKind> kinds,
    Interception interception,
    Interception elsewhere,
    Map<Part, List<String>> members,
    FallbackForm fallback,
    Attempts attempts,
    Optional<Duration> duration,
    AsyncReturn asyncReturn,
    List<String> reactiveNeeds,
    List<Need> needs,
    List<String> disabledBy,
    Optional<String> configPrefix,
    Set<Flag> flags) {

  /** The part that a member plays. */
  public enum Part {
    /** The instance that configuration speaks of. */
    NAME,
    FALLBACK,
    DEFAULT_FALLBACK,
    FALLBACK_CLASS,
    FALLBACK_FACTORY,
    BLOCK_HANDLER,
    BLOCK_HANDLER_CLASS,
    /** Exceptions that it acts on; empty: all. */
    INCLUDE,
    /** Exceptions that it does not act on. */
    EXCLUDE,
    NEVER_RECOVER,
    ATTEMPTS,
    DELAY,
    DELAY_UNIT,
    DURATION,
    DURATION_UNIT,
    /** The limit over all attempts. */
    TOTAL,
    TOTAL_UNIT,
    LIMIT,
    MODE,
    CONDITION,
    API
  }

  /** What happens when the guarded method returns a future or a pipeline. */
  public enum AsyncReturn {
    /** It acts on what comes out of it. */
    ACTS,
    /** It acts only on exceptions thrown before the method returns. */
    START_ONLY,
    /** As {@code START_ONLY} for futures; it acts on pipelines. */
    FUTURES_START_ONLY,
    /** As {@code START_ONLY} for futures that tell nobody when they are done; else it acts. */
    POLLED_FUTURES_START_ONLY,
    /** Such a return type is required; with a plain one every call fails. */
    REQUIRED
  }

  /** A particularity of a guard. */
  public enum Flag {
    /** It may stand on the class. */
    CLASS_TOO,
    /** On an interface method it does not reach the implementing class. */
    NOT_ON_INTERFACE,
    /** On a class it does not reach the methods of subclasses. */
    CLASS_NOT_INHERITED,
    /** It answers only for keys that were answered before. */
    ON_HIT_ONLY,
    /** The failure reaches the caller after every attempt. */
    STATEFUL,
    /** It is a guard only where a fallback member is given. */
    ONLY_WITH_FALLBACK,
    /** The annotated method is the handler. */
    HANDLES_ITSELF,
    /** Whether there is a fallback is decided where its name is defined. */
    FALLBACK_ELSEWHERE,
    /** On a method that returns a plain value it answers for unchecked exceptions only. */
    UNCHECKED_ONLY,
    /** Fallback methods in the fallback class are static. */
    STATIC_IN_FALLBACK_CLASS
  }

  /** Copies the collections. */
  public GuardAnnotation {
    annotations = List.copyOf(annotations);
    kinds = Set.copyOf(kinds);
    members = Map.copyOf(members);
    reactiveNeeds = List.copyOf(reactiveNeeds);
    needs = List.copyOf(needs);
    disabledBy = List.copyOf(disabledBy);
    flags = Set.copyOf(flags);
  }

  /** The members that play a part, the first one that is present counts. */
  public List<String> members(Part part) {
    return members.getOrDefault(part, List.of());
  }

  /** Whether the flag is set. */
  public boolean is(Flag flag) {
    return flags.contains(flag);
  }
}
