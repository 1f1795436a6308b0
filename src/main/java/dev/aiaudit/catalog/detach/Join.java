package dev.aiaudit.catalog.detach;

import java.util.List;
import java.util.OptionalInt;

/**
 * A call that waits for detached code, or makes something that can be waited for.
 *
 * @param id unique, such as {@code cf.join}
 * @param types the receiver, or for static methods the declaring type, is one of these or below
 * @param methods method names
 * @param kind what it does
 * @param of what it waits for
 * @param duration position of the argument that bounds the wait
 */
public record Join(
    String id, List<String> types, List<String> methods, Kind kind, Of of, OptionalInt duration) {

  /** What the call does. */
  public enum Kind {
    /** The caller is held until the result is there. */
    BLOCKS,
    /** Gives a future or pipeline that stands for all that went in. */
    COMBINES,
    /** Gives the same thing in another form. */
    ADAPTS,
    /** The caller is held by something that the detached code shares with it. */
    LATCH
  }

  /** What is waited for. */
  public enum Of {
    RECEIVER,
    ARGUMENTS,
    /** Every task that the same method started and that touches the receiver. */
    METHOD
  }

  /** Copies the lists. */
  public Join {
    types = List.copyOf(types);
    methods = List.copyOf(methods);
  }
}
