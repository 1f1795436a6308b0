package dev.aiaudit.model;

import java.util.List;

/**
 * One step of a path from an entry point to a call site.
 *
 * @param method {@code package.Class.method(ParamType,ParamType)}
 * @param location where this frame calls the next one; of the last frame, the call site
 * @param via how this frame reaches the next one
 * @param detached whether the caller goes on without waiting for what the next frame does
 * @param certain false when only the name matched and the receiver's type is unknown
 * @param guards guards written in this frame
 */
public record Frame(
    String method,
    Location location,
    Via via,
    boolean detached,
    boolean certain,
    List<Guard> guards) {

  /** Copies the guards. */
  public Frame {
    guards = List.copyOf(guards);
  }
}
