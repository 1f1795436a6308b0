package dev.aiaudit.model;

import java.util.List;
import java.util.Optional;

/**
 * What the analysis knows before any rule has judged it: the only thing that rules see.
 *
 * @param callSites sorted by location
 * @param entryPoints sorted by location; only those that reach a call site
 * @param configFacts sorted by location
 * @param policy what the team has decided
 * @param ignores sorted by location
 */
public record Inventory(
    List<CallSite> callSites,
    List<EntryPoint> entryPoints,
    List<ConfigFact> configFacts,
    Policy policy,
    List<Ignore> ignores) {

  /** Copies the lists. */
  public Inventory {
    callSites = List.copyOf(callSites);
    entryPoints = List.copyOf(entryPoints);
    configFacts = List.copyOf(configFacts);
    ignores = List.copyOf(ignores);
  }

  /** An inventory of a team that has decided nothing. */
  public Inventory(
      List<CallSite> callSites, List<EntryPoint> entryPoints, List<ConfigFact> configFacts) {
    this(callSites, entryPoints, configFacts, Policy.NONE, List.of());
  }

  /** The same with what the team has decided. */
  public Inventory under(Policy newPolicy) {
    return new Inventory(callSites, entryPoints, configFacts, newPolicy, ignores);
  }

  /** The same with what became of the ignores. */
  public Inventory withIgnores(List<Ignore> newIgnores) {
    return new Inventory(callSites, entryPoints, configFacts, policy, newIgnores);
  }

  /** The entry point with that id. */
  public Optional<EntryPoint> entryPoint(String id) {
    return entryPoints.stream().filter(e -> e.id().equals(id)).findFirst();
  }
}
