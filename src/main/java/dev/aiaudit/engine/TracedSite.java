package dev.aiaudit.engine;

import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.trace.FoundPath;
import java.util.List;

/**
 * A request and the paths that lead to it.
 *
 * @param site the request
 * @param paths one for each entry point
 * @param complete false when there was too much to visit
 */
record TracedSite(RequestSite site, List<FoundPath> paths, boolean complete) {
  TracedSite {
    paths = List.copyOf(paths);
  }
}
