package dev.aiaudit.model;

import java.util.List;
import java.util.Optional;

/**
 * A provider in use.
 *
 * @param id provider id, such as {@code anthropic}
 * @param name its name as people write it
 * @param callSites call sites in main code
 * @param flagged flagged ones among them
 * @param entryPoints entry points that reach it
 * @param models model ids seen
 * @param sla what its documents say about availability; empty when nothing is known
 */
public record Provider(
    String id,
    String name,
    int callSites,
    int flagged,
    int entryPoints,
    List<String> models,
    Optional<Sla> sla) {

  /** Copies the models. */
  public Provider {
    models = List.copyOf(models);
  }

  /** A provider of whose availability nothing is known. */
  public Provider(
      String id, String name, int callSites, int flagged, int entryPoints, List<String> models) {
    this(id, name, callSites, flagged, entryPoints, models, Optional.empty());
  }
}
