package dev.aiaudit.render.graph;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.render.Phrases;
import java.util.Optional;

/**
 * Which part of the system a graph shows.
 *
 * @param provider id of the only provider of interest
 * @param entry id, route, method or a part of one of these
 */
public record GraphScope(Optional<String> provider, Optional<String> entry) {
  /** The whole system. */
  public static final GraphScope ALL = new GraphScope(Optional.empty(), Optional.empty());

  /** Whether the provider of the call is of interest; a configured one may be any candidate. */
  public boolean includes(CallSite site) {
    return !site.inTest()
        && provider
            .filter(id -> !site.provider().equals(id) && !site.candidates().contains(id))
            .isEmpty();
  }

  /** Whether the entry point is of interest. */
  public boolean includes(EntryPoint point) {
    return entry
        .filter(
            wanted ->
                !point.id().equals(wanted)
                    && !point.method().contains(wanted)
                    && !Phrases.entry(point).contains(wanted))
        .isEmpty();
  }

  /** Whether a call without any known path belongs into the picture. */
  boolean includesUnreached() {
    return entry.isEmpty();
  }

  boolean includes(CallPath path, Optional<EntryPoint> point) {
    return point.map(this::includes).orElse(entry.isEmpty() && !path.entryPoint().isEmpty());
  }
}
