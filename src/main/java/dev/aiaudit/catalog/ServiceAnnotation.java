package dev.aiaudit.catalog;

import dev.aiaudit.model.Named;
import dev.aiaudit.model.Operation;

/**
 * An annotation that makes the methods of an interface remote calls.
 *
 * @param sdk id of the catalogue entry
 * @param type full name of the annotation
 * @param role what it does, see {@link Role}
 * @param operation what a call of such a method asks for
 */
public record ServiceAnnotation(String sdk, String type, Role role, Operation operation) {
  /** What the annotation says. */
  public enum Role implements Named {
    /** On an interface: every invocation of its methods is a call. */
    SERVICE,
    /** On a method: its invocation is a call. */
    METHOD,
    /** On a method of a service: it makes a further call. */
    ADDS_CALL,
    /** On an injection point or interface: selects a model by name. */
    SELECTS,
    /** On a class or method: marks part of an agent that the framework runs. */
    AGENT_PART,
    /** On a method or parameter: says something else about the service. */
    DETAIL
  }
}
