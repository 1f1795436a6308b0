package dev.aiaudit.model;

import java.util.List;

/**
 * A provider in use.
 *
 * @param id provider id, such as {@code anthropic}
 * @param name its name as people write it
 * @param callSites call sites in main code
 * @param flagged flagged ones among them
 * @param entryPoints entry points that reach it
 * @param models model ids seen
 */
public record Provider(
    String id, String name, int callSites, int flagged, int entryPoints, List<String> models) {

  /** Copies the models. */
  public Provider {
    models = List.copyOf(models);
  }
}
