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
 * @param circumstances in the order of the call sites
 * @param declaredProviders provider ids that the settings declare, if they declare any
 */
public record Inventory(
    List<CallSite> callSites,
    List<EntryPoint> entryPoints,
    List<ConfigFact> configFacts,
    List<Circumstance> circumstances,
    Optional<Set<String>> declaredProviders) {

  /** Copies the lists. */
  public Inventory {
    callSites = List.copyOf(callSites);
    entryPoints = List.copyOf(entryPoints);
    configFacts = List.copyOf(configFacts);
    declaredProviders = declaredProviders.map(Set::copyOf);
    circumstances = List.copyOf(circumstances);
  }

  /** An inventory of which no circumstances and no declared providers are known. */
  public Inventory(
      List<CallSite> callSites, List<EntryPoint> entryPoints, List<ConfigFact> configFacts) {
    this(callSites, entryPoints, configFacts, List.of(), Optional.empty());
  }

  /** The circumstances of a kind at a call site. */
  public List<Circumstance> circumstances(CallSite site, Circumstance.Kind kind) {
    return circumstances.stream()
        .filter(c -> c.kind() == kind && c.callSite().equals(site.id()))
        .toList();
  }

  /** The entry point with that id. */
  public Optional<EntryPoint> entryPoint(String id) {
    return entryPoints.stream().filter(e -> e.id().equals(id)).findFirst();
  }
}
