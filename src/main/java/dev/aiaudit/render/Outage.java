package dev.aiaudit.render;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happens to entry points while some providers are down. Only what the scan found goes in: no
 * probabilities, no prices.
 *
 * @param providers the ids of the providers that are down
 * @param effects one for each entry point that depends on any of them, in the report's order
 * @param unaffected number of entry points that need other providers only
 */
public record Outage(List<String> providers, List<Effect> effects, int unaffected) {
  private static final List<Outcome> WORST_FIRST =
      List.of(Outcome.FAILS, Outcome.UNKNOWN, Outcome.DEGRADES, Outcome.SURVIVES);

  /** Copies the lists. */
  public Outage {
    providers = List.copyOf(providers);
    effects = List.copyOf(effects);
  }

  /**
   * What happens to one entry point.
   *
   * @param why a sentence that names the deciding call, not escaped
   * @param call the call whose failure decides
   * @param worstWait how long its caller can hang, when the scan could tell
   */
  public record Effect(
      EntryPoint entry,
      Outcome outcome,
      String why,
      Optional<CallSite> call,
      Optional<Duration> worstWait) {}

  /**
   * The outage of all these providers at once. A call whose provider is configured at run time
   * counts when any of them is among its candidates, and then the outcome is {@code unknown} at
   * least.
   */
  public static Outage of(Report report, List<String> providers) {
    Set<String> down = new TreeSet<>(providers);
    List<Effect> effects = new ArrayList<>();
    int unaffected = 0;
    for (EntryPoint entry : report.inventory().entryPoints()) {
      Optional<Effect> effect = effect(report, entry, down);
      effect.ifPresent(effects::add);
      unaffected += effect.isPresent() ? 0 : 1;
    }
    return new Outage(List.copyOf(down), effects, unaffected);
  }

  /** The effects with that outcome. */
  public List<Effect> with(Outcome outcome) {
    return effects.stream().filter(effect -> effect.outcome() == outcome).toList();
  }

  /** One call on the way of an entry point that the outage hits. */
  private record Hit(CallSite site, CallPath path, boolean certain) {}

  private static Optional<Effect> effect(Report report, EntryPoint entry, Set<String> down) {
    List<Hit> hits = hits(report, entry, down);
    Optional<Outcome> told =
        entry.outage().entrySet().stream()
            .filter(e -> down.contains(e.getKey()))
            .map(java.util.Map.Entry::getValue)
            .min(Comparator.comparing(WORST_FIRST::indexOf));
    if (hits.isEmpty() && told.isEmpty()) {
      return Optional.empty();
    }
    Optional<Hit> worst = worst(hits);
    Outcome outcome = told.or(() -> byPaths(hits)).orElse(Outcome.UNKNOWN);
    boolean maybe = hits.stream().anyMatch(hit -> !hit.certain());
    String why = worst.map(Outage::why).orElse("the scan recorded no path");
    if (maybe && outcome != Outcome.FAILS) {
      outcome = Outcome.UNKNOWN;
    }
    if (jointly(entry, down) && outcome != Outcome.FAILS) {
      outcome = Outcome.FAILS;
      why = "all of its alternatives are down together; " + why;
    } else if (outcome == Outcome.SURVIVES && down.size() > 1) {
      outcome = Outcome.UNKNOWN;
      why = "whether the alternative is among the providers that are down is not known; " + why;
    }
    return Optional.of(new Effect(entry, outcome, why, worst.map(Hit::site), longest(entry, hits)));
  }

  private static Optional<Hit> worst(List<Hit> hits) {
    Comparator<Hit> worstFirst =
        Comparator.comparing((Hit hit) -> !hit.certain()).thenComparing(h -> h.path().handling());
    return hits.stream().min(worstFirst);
  }

  /** For a report that states no outcome: what the handling of the certain paths says. */
  private static Optional<Outcome> byPaths(List<Hit> hits) {
    return hits.stream()
        .filter(Hit::certain)
        .map(hit -> outcome(hit.path().handling()))
        .min(Comparator.comparing(WORST_FIRST::indexOf));
  }

  private static Outcome outcome(Handling handling) {
    return switch (handling) {
      case NONE, RETHROW, ERROR_RESPONSE, ALTERNATE_SAME_PROVIDER -> Outcome.FAILS;
      case SWALLOW, STATIC, CACHE -> Outcome.DEGRADES;
      case ALTERNATE_OTHER_PROVIDER -> Outcome.SURVIVES;
      case UNKNOWN -> Outcome.UNKNOWN;
    };
  }

  /** Whether a cut set is wholly down. */
  private static boolean jointly(EntryPoint entry, Set<String> down) {
    return entry.cutSets().stream().anyMatch(set -> !set.isEmpty() && down.containsAll(set));
  }

  private static List<Hit> hits(Report report, EntryPoint entry, Set<String> down) {
    List<Hit> hits = new ArrayList<>();
    for (CallSite site : report.inventory().callSites()) {
      boolean certain = down.contains(site.provider());
      boolean maybe = site.candidates().stream().anyMatch(down::contains);
      if (!site.inTest() && (certain || maybe)) {
        site.paths().stream()
            .filter(path -> path.entryPoint().equals(entry.id()))
            .forEach(path -> hits.add(new Hit(site, path, certain)));
      }
    }
    return hits;
  }

  private static Optional<Duration> longest(EntryPoint entry, List<Hit> hits) {
    return entry.waits()
        ? hits.stream()
            .filter(hit -> hit.path().waits())
            .flatMap(hit -> hit.site().worstWait().stream())
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  private static String why(Hit hit) {
    String at = hit.path().handledAt().map(place -> " at " + place).orElse("");
    boolean nowhere = hit.path().handling() == Handling.NONE;
    String maybe = hit.certain() ? "" : "if it is chosen at run time, ";
    return maybe
        + Phrases.handling(hit.path().handling())
        + (nowhere ? "" : at)
        + " (call at "
        + hit.site().location()
        + ")";
  }
}
