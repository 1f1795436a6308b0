package dev.aiaudit.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One expression that makes, or for a lazy API finally sets off, a request to a provider.
 *
 * @param id stable when lines move
 * @param location the whole request expression
 * @param enclosing {@code package.Class.method}
 * @param callee type and method that make the request
 * @param sdk catalogue id of the library through which the request is made
 * @param provider who must be up
 * @param candidates the providers it may be, when {@code provider} is {@code configured}
 * @param model the model's id when known
 * @param inTest whether it is test code
 * @param coupling whether somebody waits, the worse over all paths
 * @param handling on the worst path from an entry that waits, else on the worst path at all
 * @param handledAt the place that decides the handling
 * @param worstWait how long a caller can hang before a failure reaches any handler; empty when it
 *     is not known or when nothing ends it
 * @param waitTerms the sum that the worst wait is, innermost first; a term without a duration says
 *     that nothing ends the wait
 * @param guards on any of its paths
 * @param paths at most one per entry point
 */
public record CallSite(
    String id,
    Location location,
    String enclosing,
    String callee,
    String sdk,
    String provider,
    Evidence providerEvidence,
    List<String> candidates,
    Optional<String> model,
    Operation operation,
    Mode mode,
    boolean inTest,
    Coupling coupling,
    Handling handling,
    Optional<Location> handledAt,
    Optional<Duration> worstWait,
    List<WaitTerm> waitTerms,
    List<Guard> guards,
    List<CallPath> paths) {

  /** Copies the lists. */
  public CallSite {
    candidates = List.copyOf(candidates);
    waitTerms = List.copyOf(waitTerms);
    guards = List.copyOf(guards);
    paths = List.copyOf(paths);
  }

  /** Whether nothing ends the wait while the provider hangs. */
  public boolean waitsWithoutEnd() {
    return waitTerms.stream().anyMatch(t -> t.duration().isEmpty());
  }

  /** Main code that somebody waits for, without a fallback. */
  public boolean flagged() {
    return !inTest && coupling == Coupling.WAITS && handling.unhandled();
  }
}
