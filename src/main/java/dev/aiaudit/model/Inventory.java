package dev.aiaudit.model;

import java.util.List;
import java.util.Optional;

/**
 * What the analysis knows before any rule has judged it: the only thing that rules see.
 *
 * @param callSites sorted by location
 * @param entryPoints sorted by location; only those that reach a call site
 * @param configFacts sorted by location
 */
public record Inventory(
    List<CallSite> callSites, List<EntryPoint> entryPoints, List<ConfigFact> configFacts) {

  /** Copies the lists. */
  public Inventory {
    callSites = List.copyOf(callSites);
    entryPoints = List.copyOf(entryPoints);
    configFacts = List.copyOf(configFacts);
  }

  /** The entry point with that id. */
  public Optional<EntryPoint> entryPoint(String id) {
    return entryPoints.stream().filter(e -> e.id().equals(id)).findFirst();
  }
}
