package dev.aiaudit.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The worst, shortest path from one entry point to one call site.
 *
 * @param entryPoint id of the entry point
 * @param waits whether the entry's caller waits for the call on this path
 * @param handling what the entry's caller gets when the call fails
 * @param handledAt the place that decides the handling
 * @param worstWait how long the entry's caller can hang; empty when not known or without end
 * @param standIn the code around the call, such as a catch clause or a fallback method, that runs
 *     only after something else has failed
 * @param frames from the entry point's method to the call site
 */
public record CallPath(
    String entryPoint,
    boolean waits,
    Handling handling,
    Optional<Location> handledAt,
    Optional<Duration> worstWait,
    Optional<Location> standIn,
    List<Frame> frames) {

  /** Copies the frames. */
  public CallPath {
    frames = List.copyOf(frames);
  }

  /** A path on which the call is made whether anything has failed or not. */
  public CallPath(
      String entryPoint,
      boolean waits,
      Handling handling,
      Optional<Location> handledAt,
      Optional<Duration> worstWait,
      List<Frame> frames) {
    this(entryPoint, waits, handling, handledAt, worstWait, Optional.empty(), frames);
  }
}
