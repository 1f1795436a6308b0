package dev.aiaudit.trace;

import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.Location;
import java.util.Optional;

/**
 * A place where the outside enters.
 *
 * @param kind how it enters
 * @param waits whether somebody waits for the answer of this entry
 * @param method {@code package.Class.method}
 * @param route as a person writes it, such as {@code POST /orders/{id}}
 * @param location the name of the method, or of the registered lambda its place
 * @param inProcess whether it is called from inside the process (an async method, an event
 *     listener), so that the search goes on to its callers or publishers
 * @param calledByModel whether a model calls it while the call that offers it is still open
 * @param dispatched whether a dispatcher of the application calls it for one kind of event, so that
 *     the search ends here and not at the dispatcher, which stands for all kinds
 * @param makesBean whether it only makes a bean: its own body runs at startup, and functional code
 *     in what it returns is kept for whoever uses the bean
 */
public record EntryHit(
    EntryKind kind,
    boolean waits,
    String method,
    Optional<String> route,
    Location location,
    boolean inProcess,
    boolean calledByModel,
    boolean dispatched,
    boolean makesBean) {

  /** The same entry under a route. */
  public EntryHit at(String newRoute) {
    return new EntryHit(
        kind,
        waits,
        method,
        Optional.of(newRoute),
        location,
        inProcess,
        calledByModel,
        dispatched,
        makesBean);
  }
}
