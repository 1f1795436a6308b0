package dev.aiaudit.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What entry points do while some providers are down, decided by the paths that reach the call
 * sites. A call that stands in for another one matters only while that one fails, too.
 */
public final class Outages {
  private static final Comparator<Verdict> WORSE =
      Comparator.comparing(Verdict::outcome, Outcome.WORST_FIRST_ORDER);

  /** More providers at one entry point than this are not combined; each alone is still told. */
  private static final int MAX_COMBINED = 10;

  private static final int MAX_CUT_SET = 3;

  private final Map<String, List<Reach>> byEntry = new LinkedHashMap<>();

  /**
   * A call that an entry point reaches.
   *
   * @param site the call
   * @param path the way
   */
  public record Reach(CallSite site, CallPath path) {}

  /**
   * What an entry point does.
   *
   * @param outcome in short
   * @param decisive the call that decides, and whose failure it is
   * @param certain false when it depends on which provider is configured
   * @param spared whether the call is not made at all, because it stands in for one that works
   */
  public record Verdict(Outcome outcome, Reach decisive, boolean certain, boolean spared) {}

  private Outages() {}

  /** The outages that these call sites can bring; those in tests do not count. */
  public static Outages of(Collection<CallSite> sites) {
    Outages out = new Outages();
    for (CallSite site : sites) {
      if (!site.inTest()) {
        site.paths()
            .forEach(
                p ->
                    out.byEntry
                        .computeIfAbsent(p.entryPoint(), e -> new ArrayList<>())
                        .add(new Reach(site, p)));
      }
    }
    return out;
  }

  /** For each provider that an entry point reaches, what it does while that one alone is down. */
  public SortedMap<String, Outcome> alone(String entryPoint) {
    SortedMap<String, Outcome> out = new TreeMap<>();
    for (String provider : providers(entryPoint)) {
      verdict(entryPoint, Set.of(provider)).ifPresent(v -> out.put(provider, v.outcome()));
    }
    return out;
  }

  /**
   * The smallest sets of providers, of up to three, whose joint failure makes the entry point fail;
   * by size, then by name.
   */
  public List<List<String>> cutSets(String entryPoint) {
    List<String> providers = List.copyOf(providers(entryPoint));
    List<List<String>> found = new ArrayList<>();
    int most = providers.size() > MAX_COMBINED ? 1 : Math.min(MAX_CUT_SET, providers.size());
    for (int size = 1; size <= most; size++) {
      combine(entryPoint, providers, 0, size, List.of(), found);
    }
    return List.copyOf(found);
  }

  private void combine(
      String entryPoint,
      List<String> providers,
      int from,
      int size,
      List<String> chosen,
      List<List<String>> found) {
    if (chosen.size() == size) {
      boolean minimal = found.stream().noneMatch(chosen::containsAll);
      Optional<Verdict> verdict =
          minimal ? verdict(entryPoint, Set.copyOf(chosen)) : Optional.empty();
      verdict.filter(v -> v.outcome() == Outcome.FAILS).ifPresent(v -> found.add(chosen));
      return;
    }
    for (int i = from; i < providers.size(); i++) {
      List<String> more = new ArrayList<>(chosen);
      more.add(providers.get(i));
      combine(entryPoint, providers, i + 1, size, List.copyOf(more), found);
    }
  }

  private SortedSet<String> providers(String entryPoint) {
    SortedSet<String> out = new TreeSet<>();
    reaches(entryPoint).forEach(r -> out.add(r.site().provider()));
    return out;
  }

  /** The calls that an entry point reaches. */
  public List<Reach> reaches(String entryPoint) {
    return byEntry.getOrDefault(entryPoint, List.of());
  }

  /** Whether the answer of an entry point waits for a call that it reaches. */
  public boolean waitsForSome(String entryPoint) {
    return reaches(entryPoint).stream().anyMatch(r -> r.path().waits());
  }

  /**
   * What an entry point does while all of these providers are down; empty when it reaches none of
   * them.
   */
  public Optional<Verdict> verdict(String entryPoint, Set<String> down) {
    List<Verdict> all = new ArrayList<>();
    for (Reach reach : reaches(entryPoint)) {
      if (mayBeDown(reach.site(), down)) {
        all.add(
            reach.path().standIn().isPresent()
                ? new Verdict(Outcome.SURVIVES, reach, true, true)
                : resolve(reach, down, new HashSet<>()));
      }
    }
    return all.stream()
        .min(
            WORSE
                .thenComparing(Verdict::spared)
                .thenComparing(v -> v.decisive().path().handling()));
  }

  /** Whether a call needs one of these providers, or may need it. */
  public static boolean mayBeDown(CallSite site, Set<String> down) {
    return down.contains(site.provider()) || site.candidates().stream().anyMatch(down::contains);
  }

  private static boolean isDown(CallSite site, Set<String> down) {
    return down.contains(site.provider())
        || (!site.candidates().isEmpty() && down.containsAll(site.candidates()));
  }

  private Verdict resolve(Reach reach, Set<String> down, Set<Reach> seen) {
    Verdict alone = byHandling(reach, down);
    if (alone.outcome() != Outcome.SURVIVES || !seen.add(reach)) {
      return alone;
    }
    List<Reach> others = standingInFor(reach);
    if (others.isEmpty()) {
      return down.size() > 1 ? withoutKnownAlternate(reach, down) : alone;
    }
    return others.stream()
        .filter(r -> mayBeDown(r.site(), down))
        .map(r -> resolve(r, down, seen))
        .min(WORSE)
        .orElse(alone);
  }

  /** A loop over providers, or an alternate that the scan did not see. */
  private static Verdict withoutKnownAlternate(Reach reach, Set<String> down) {
    List<String> candidates = reach.site().candidates();
    boolean all = !candidates.isEmpty() && down.containsAll(candidates);
    return new Verdict(all ? Outcome.FAILS : Outcome.UNKNOWN, reach, all, false);
  }

  /** A call for which the caller does not wait cannot fail its answer, only work that is lost. */
  private Verdict byHandling(Reach reach, Set<String> down) {
    Outcome outcome =
        switch (reach.path().handling()) {
          case NONE, RETHROW, ERROR_RESPONSE, ALTERNATE_SAME_PROVIDER -> Outcome.FAILS;
          case SWALLOW, STATIC, CACHE -> Outcome.DEGRADES;
          case ALTERNATE_OTHER_PROVIDER -> Outcome.SURVIVES;
          case UNKNOWN -> Outcome.UNKNOWN;
        };
    if (outcome == Outcome.FAILS && inBackground(reach)) {
      outcome = Outcome.DEGRADES;
    }
    boolean certain = isDown(reach.site(), down);
    boolean open = !certain && outcome == Outcome.FAILS;
    return new Verdict(open ? Outcome.UNKNOWN : outcome, reach, certain, false);
  }

  /**
   * The calls of other providers that are made instead while these are down, one for each call
   * site; a call whose alternate the scan did not see adds itself.
   */
  public List<Reach> insteadOf(String entryPoint, Set<String> down) {
    Set<Reach> found = new LinkedHashSet<>();
    for (Reach reach : reaches(entryPoint)) {
      if (reach.path().standIn().isEmpty() && mayBeDown(reach.site(), down)) {
        instead(reach, down, new HashSet<>(), found);
      }
    }
    return List.copyOf(found);
  }

  private void instead(Reach failed, Set<String> down, Set<Reach> seen, Set<Reach> found) {
    if (!seen.add(failed)) {
      return;
    }
    List<Reach> others = standingInFor(failed);
    if (others.isEmpty() && failed.path().handling() == Handling.ALTERNATE_OTHER_PROVIDER) {
      found.add(failed);
    }
    for (Reach other : others) {
      if (mayBeDown(other.site(), down)) {
        instead(other, down, seen, found);
      } else {
        found.add(other);
      }
    }
  }

  /**
   * Whether this call is beside the entry's answer, which waits for another one. Where all calls
   * are made behind the answer they are what the entry is for, and it fails with them.
   */
  private boolean inBackground(Reach reach) {
    return !reach.path().waits() && waitsForSome(reach.path().entryPoint());
  }

  /** The calls made where the failure of this one is dealt with. */
  public List<Reach> standingInFor(Reach failed) {
    Optional<Location> place = failed.path().handledAt();
    return reaches(failed.path().entryPoint()).stream()
        .filter(r -> r.site() != failed.site())
        .filter(r -> r.path().standIn().isPresent())
        .filter(r -> place.isPresent() && r.path().standIn().get().covers(place.get()))
        .toList();
  }
}
