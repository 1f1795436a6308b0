package dev.aiaudit.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the analysis knows before any rule has judged it: the only thing that rules see.
 *
 * @param callSites sorted by location
 * @param entryPoints sorted by location; only those that reach a call site
 * @param configFacts sorted by location
 * @param circumstances in the order of the call sites
 * @param policy what the team has decided
 * @param ignores sorted by location
 * @param pages paths of the Markdown pages in the tree, whatever can be a runbook; empty when that
 *     is not known
 * @param stalePages those of the pages that are runbooks and do not say any more what is known here
 */
public record Inventory(
    List<CallSite> callSites,
    List<EntryPoint> entryPoints,
    List<ConfigFact> configFacts,
    List<Circumstance> circumstances,
    Policy policy,
    List<Ignore> ignores,
    Optional<Set<String>> pages,
    Set<String> stalePages) {

  /** Copies the lists. */
  public Inventory {
    callSites = List.copyOf(callSites);
    entryPoints = List.copyOf(entryPoints);
    configFacts = List.copyOf(configFacts);
    circumstances = List.copyOf(circumstances);
    ignores = List.copyOf(ignores);
    pages = pages.map(Set::copyOf);
    stalePages = Set.copyOf(stalePages);
  }

  /** An inventory in which no page is stale. */
  public Inventory(
      List<CallSite> callSites,
      List<EntryPoint> entryPoints,
      List<ConfigFact> configFacts,
      List<Circumstance> circumstances,
      Policy policy,
      List<Ignore> ignores,
      Optional<Set<String>> pages) {
    this(callSites, entryPoints, configFacts, circumstances, policy, ignores, pages, Set.of());
  }

  /** An inventory of a tree whose Markdown pages are not known. */
  public Inventory(
      List<CallSite> callSites,
      List<EntryPoint> entryPoints,
      List<ConfigFact> configFacts,
      List<Circumstance> circumstances,
      Policy policy,
      List<Ignore> ignores) {
    this(callSites, entryPoints, configFacts, circumstances, policy, ignores, Optional.empty());
  }

  /** An inventory of a team that has decided nothing, of which no circumstances are known. */
  public Inventory(
      List<CallSite> callSites, List<EntryPoint> entryPoints, List<ConfigFact> configFacts) {
    this(callSites, entryPoints, configFacts, List.of(), Policy.NONE, List.of());
  }

  /** The same with what the team has decided. */
  public Inventory under(Policy newPolicy) {
    return new Inventory(
        callSites, entryPoints, configFacts, circumstances, newPolicy, ignores, pages, stalePages);
  }

  /** The same with what became of the ignores. */
  public Inventory withIgnores(List<Ignore> newIgnores) {
    return new Inventory(
        callSites, entryPoints, configFacts, circumstances, policy, newIgnores, pages, stalePages);
  }

  /** The same with what became known of the runbooks. */
  public Inventory withStalePages(Set<String> newStalePages) {
    return new Inventory(
        callSites, entryPoints, configFacts, circumstances, policy, ignores, pages, newStalePages);
  }

  /** The providers that the team declares to depend on, if it declares any. */
  public Optional<Set<String>> declaredProviders() {
    Set<String> declared = new TreeSet<>();
    policy.dependencies().forEach(d -> declared.add(d.provider()));
    return declared.isEmpty() ? Optional.empty() : Optional.of(declared);
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
