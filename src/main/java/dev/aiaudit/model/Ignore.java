package dev.aiaudit.model;

import java.util.List;
import java.util.Optional;

/**
 * A written wish that a finding should not count, and what became of it.
 *
 * @param location where it is written
 * @param kind a comment or an entry of the settings
 * @param rules ids of the rules meant; empty for any
 * @param reason the author's words
 * @param owner who answers for it
 * @param expires ISO date, the last day on which it holds
 * @param state what became of it
 * @param detail what is wrong with a malformed one
 */
public record Ignore(
    Location location,
    Suppression.Kind kind,
    List<String> rules,
    String reason,
    Optional<String> owner,
    Optional<String> expires,
    State state,
    String detail) {

  /** Copies the list. */
  public Ignore {
    rules = List.copyOf(rules);
  }

  /** What became of it. */
  public enum State implements Named {
    /** It suppresses a finding. */
    USED,
    /** There is nothing that it could suppress. */
    UNUSED,
    /** Its last day is over. */
    EXPIRED,
    /** It has no reason, or names no known rule; it suppresses nothing. */
    MALFORMED
  }

  /** The same with what became of it. */
  public Ignore in(State newState) {
    return new Ignore(location, kind, rules, reason, owner, expires, newState, detail);
  }
}
