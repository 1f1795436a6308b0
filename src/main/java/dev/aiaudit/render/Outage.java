package dev.aiaudit.render;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Outages;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens to entry points while some providers are down. Only what the scan found goes in: no
 * probabilities, no prices; {@link Ceilings} and {@link OutageCost} add those that are written
 * down.
 *
 * @param providers the ids of the providers that are down
 * @param effects one for each entry point that depends on any of them, in the report's order
 * @param unaffected number of entry points that need other providers only
 * @param load what the fallbacks then load
 */
public record Outage(
    List<String> providers, List<Effect> effects, int unaffected, List<FallbackLoad> load) {
  private static final String BEHIND = "the caller has its answer, work behind it is lost: ";

  /** How long a provider is down when nobody says otherwise. */
  public static final Duration USUAL_LENGTH = Duration.ofMinutes(20);

  /** Copies the lists. */
  public Outage {
    providers = List.copyOf(providers);
    effects = List.copyOf(effects);
    load = List.copyOf(load);
  }

  /**
   * What happens to one entry point.
   *
   * @param why a sentence that names the deciding call, not escaped
   * @param call the call whose failure decides
   * @param hang how long its caller can wait
   * @param spared whether the call is not made, because it stands in for one that works
   */
  public record Effect(
      EntryPoint entry,
      Outcome outcome,
      String why,
      Optional<CallSite> call,
      Hang hang,
      boolean spared) {}

  /**
   * How long a caller can wait for a provider that does not answer.
   *
   * @param endless whether nothing ends the wait on some path
   * @param most the longest wait that the scan could tell
   */
  public record Hang(boolean endless, Optional<Duration> most) {
    static final Hang NONE = new Hang(false, Optional.empty());

    /** One wait after the other; without a figure for either there is none for both. */
    private Hang then(Hang other) {
      boolean nothing = !other.endless && other.most.isEmpty();
      Optional<Duration> sum =
          nothing ? most : most.flatMap(first -> other.most.map(first::plus)).or(() -> most);
      return new Hang(endless || other.endless, sum);
    }

    private Hang or(Hang other) {
      Optional<Duration> longer =
          Stream.of(most, other.most).flatMap(Optional::stream).max(Comparator.naturalOrder());
      return new Hang(endless || other.endless, longer);
    }
  }

  /**
   * The outage of all these providers at once. A call whose provider is configured at run time
   * counts when any of them is among its candidates, and then the outcome is {@code unknown} at
   * least.
   */
  public static Outage of(Report report, List<String> providers) {
    Set<String> down = new TreeSet<>(providers);
    Outages outages = Outages.of(report.inventory().callSites());
    List<Effect> effects = new ArrayList<>();
    int unaffected = 0;
    for (EntryPoint entry : report.inventory().entryPoints()) {
      Optional<Effect> effect = effect(entry, outages, down);
      effect.ifPresent(effects::add);
      unaffected += effect.isPresent() ? 0 : 1;
    }
    List<EntryPoint> affected = effects.stream().map(Effect::entry).toList();
    List<FallbackLoad> load = FallbackLoad.of(report, outages, affected, down);
    return new Outage(List.copyOf(down), effects, unaffected, load);
  }

  /** {@code 2 fail, 1 degrades}: outcomes that none has are left out. */
  public String counts() {
    String counts =
        Outcome.WORST_FIRST.stream()
            .filter(outcome -> !with(outcome).isEmpty())
            .map(outcome -> Phrases.outcome(with(outcome).size(), outcome))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "no entry point needs it" : counts;
  }

  /** The effects with that outcome. */
  public List<Effect> with(Outcome outcome) {
    return effects.stream().filter(effect -> effect.outcome() == outcome).toList();
  }

  private static Optional<Effect> effect(EntryPoint entry, Outages outages, Set<String> down) {
    Optional<Outages.Verdict> verdict = outages.verdict(entry.id(), down);
    if (verdict.isPresent()) {
      return verdict.map(v -> effect(entry, outages, v, down));
    }
    return entry.outage().entrySet().stream()
        .filter(e -> down.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .min(Outcome.WORST_FIRST_ORDER)
        .map(outcome -> withoutPath(entry, outcome));
  }

  private static Effect withoutPath(EntryPoint entry, Outcome outcome) {
    String why = "the scan recorded no path";
    return new Effect(entry, outcome, why, Optional.empty(), Hang.NONE, false);
  }

  private static Effect effect(
      EntryPoint entry, Outages outages, Outages.Verdict verdict, Set<String> down) {
    CallSite site = verdict.decisive().site();
    boolean behind = entry.answers() && !verdict.decisive().path().waits();
    String why = verdict.spared() ? spared(site) : (behind ? BEHIND : "") + why(verdict);
    Hang hang = verdict.spared() ? Hang.NONE : hang(entry, outages, down);
    return new Effect(entry, verdict.outcome(), why, Optional.of(site), hang, verdict.spared());
  }

  private static String spared(CallSite site) {
    return "its call at " + site.location() + " is only made when another one has failed";
  }

  private static String why(Outages.Verdict verdict) {
    CallPath path = verdict.decisive().path();
    String at = path.handledAt().map(place -> " at " + place).orElse("");
    boolean nowhere = path.handling() == Handling.NONE;
    String maybe = verdict.certain() ? "" : "if it is chosen at run time, ";
    return maybe
        + Phrases.handling(path.handling())
        + (nowhere ? "" : at)
        + " (call at "
        + verdict.decisive().site().location()
        + ")";
  }

  /** The longest wait of a caller for a call, and for those that stand in for it and fail, too. */
  private static Hang hang(EntryPoint entry, Outages outages, Set<String> down) {
    Hang longest = Hang.NONE;
    for (Outages.Reach reach : outages.reaches(entry.id())) {
      longest = longest.or(hang(reach, outages, down, Set.of()));
    }
    return entry.waits() ? longest : Hang.NONE;
  }

  private static Hang hang(
      Outages.Reach reach, Outages outages, Set<String> down, Set<Outages.Reach> before) {
    CallSite site = reach.site();
    CallPath path = reach.path();
    if (!path.waits() || !Outages.mayBeDown(site, down) || before.contains(reach)) {
      return Hang.NONE;
    }
    boolean endless = path.worstWait().isEmpty() && site.waitsWithoutEnd();
    Hang own = new Hang(endless, path.worstWait().or(site::worstWait));
    Set<Outages.Reach> seen = new HashSet<>(before);
    seen.add(reach);
    Hang next = Hang.NONE;
    for (Outages.Reach other : outages.standingInFor(reach)) {
      next = next.or(hang(other, outages, down, seen));
    }
    return own.then(next);
  }
}
