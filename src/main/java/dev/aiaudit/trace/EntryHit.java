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
 */
public record EntryHit(
    EntryKind kind,
    boolean waits,
    String method,
    Optional<String> route,
    Location location,
    boolean inProcess,
    boolean calledByModel) {}
