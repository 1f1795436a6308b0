package dev.aiaudit.render;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Outages;
import dev.aiaudit.model.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the fallbacks load while some providers are down: a provider that is up, and the calls that
 * reach it only because of the outage.
 *
 * @param provider who receives the traffic; a question mark when the scan did not see it
 * @param from the entry points whose traffic it is, each with the place of the call
 * @param usual number of entry points that need it on an ordinary day
 */
public record FallbackLoad(String provider, List<From> from, int usual) {
  /** The provider of an alternate that the scan did not see. */
  public static final String UNSEEN = "?";

  /** Copies the list. */
  public FallbackLoad {
    from = List.copyOf(from);
  }

  /**
   * One entry point whose traffic moves.
   *
   * @param call the call that is made instead, or whose alternate was not seen
   */
  public record From(EntryPoint entry, CallSite call) {}

  /** For each provider that receives traffic, by its id. */
  static List<FallbackLoad> of(
      Report report, Outages outages, Collection<EntryPoint> affected, Set<String> down) {
    Map<String, List<From>> byProvider = new TreeMap<>();
    for (EntryPoint entry : affected) {
      for (Outages.Reach reach : outages.insteadOf(entry.id(), down)) {
        for (String provider : receivers(reach, down)) {
          byProvider
              .computeIfAbsent(provider, p -> new ArrayList<>())
              .add(new From(entry, reach.site()));
        }
      }
    }
    List<FallbackLoad> loads = new ArrayList<>();
    byProvider.forEach((id, from) -> loads.add(new FallbackLoad(id, from, usual(report, id))));
    return loads;
  }

  /** One of the candidates when it is a loop over them; who it is was not seen otherwise. */
  private static Set<String> receivers(Outages.Reach reach, Set<String> down) {
    CallSite site = reach.site();
    boolean moved = reach.path().standIn().isPresent() && !down.contains(site.provider());
    if (moved && site.candidates().isEmpty()) {
      return Set.of(site.provider());
    }
    Set<String> others = new TreeSet<>(site.candidates());
    others.removeAll(down);
    return others.isEmpty() ? Set.of(UNSEEN) : others;
  }

  /** Entry points that call it whether anything has failed or not. */
  private static int usual(Report report, String provider) {
    Set<String> entries =
        report.inventory().callSites().stream()
            .filter(site -> !site.inTest() && site.provider().equals(provider))
            .flatMap(site -> site.paths().stream())
            .filter(path -> path.standIn().isEmpty())
            .map(CallPath::entryPoint)
            .collect(Collectors.toSet());
    return entries.size();
  }

  /** The entry points, each once, in the report's order. */
  public List<EntryPoint> entries() {
    return from.stream().map(From::entry).distinct().toList();
  }
}
