package dev.aiaudit.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the analysis knows before any rule has judged it: the only thing that rules see.
 *
 * @param callSites sorted by location
 * @param entryPoints sorted by location; only those that reach a call site
 * @param configFacts sorted by location
 * @param declaredProviders provider ids that the settings declare, if they declare any
 */
public record Inventory(
    List<CallSite> callSites,
    List<EntryPoint> entryPoints,
    List<ConfigFact> configFacts,
    Optional<Set<String>> declaredProviders) {

  /** An inventory without a list of declared providers. */
  public Inventory(
      List<CallSite> callSites, List<EntryPoint> entryPoints, List<ConfigFact> configFacts) {
    this(callSites, entryPoints, configFacts, Optional.empty());
  }

  /** Copies the lists. */
  public Inventory {
    callSites = List.copyOf(callSites);
    entryPoints = List.copyOf(entryPoints);
    configFacts = List.copyOf(configFacts);
    declaredProviders = declaredProviders.map(Set::copyOf);
  }

  /** The entry point with that id. */
  public Optional<EntryPoint> entryPoint(String id) {
    return entryPoints.stream().filter(e -> e.id().equals(id)).findFirst();
  }
}
