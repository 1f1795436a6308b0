package dev.aiaudit.engine;

import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.flow.wait.RequestWaits.RequestWait;
import dev.aiaudit.trace.Flight;
import dev.aiaudit.trace.FoundPath;
import java.util.List;
import java.util.Optional;

/**
 * A request and the paths that lead to it.
 *
 * @param site the request
 * @param paths one for each entry point
 * @param complete false when there was too much to visit
 * @param deadEnd what the failure is where nobody calls the code, when no entry point reaches it
 * @param request what the request itself may take; empty in tests
 */
record TracedSite(
    RequestSite site,
    List<FoundPath> paths,
    boolean complete,
    Optional<Flight> deadEnd,
    Optional<RequestWait> request) {
  TracedSite {
    paths = List.copyOf(paths);
  }

  /** A request of which nothing more is known. */
  static TracedSite unknown(RequestSite site) {
    return new TracedSite(site, List.of(), false, Optional.empty(), Optional.empty());
  }
}
