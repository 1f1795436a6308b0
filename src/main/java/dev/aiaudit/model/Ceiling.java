package dev.aiaudit.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The availability that an entry point cannot exceed, by what its providers promise: it answers
 * unless every provider of one of its cut sets is down. Providers count as independent, and a
 * degraded answer counts as an answer.
 *
 * @param state whether there is a number, and why not
 * @param cutSets on which it rests
 * @param percent present when limited
 * @param symbols the formula with the names of providers; empty without a number
 * @param numbers the formula with their figures; empty without a number
 * @param counted the promises in the formula, by provider
 * @param uncounted providers of the cut sets that are not in it, because they, or those they fail
 *     together with, have no figure: with them the ceiling can only be lower
 */
public record Ceiling(
    State state,
    List<List<String>> cutSets,
    Optional<BigDecimal> percent,
    String symbols,
    String numbers,
    List<Promise> counted,
    List<Promise> uncounted) {

  /** Copies the lists. */
  public Ceiling {
    cutSets = cutSets.stream().map(List::copyOf).toList();
    counted = List.copyOf(counted);
    uncounted = List.copyOf(uncounted);
  }

  /** Whether there is a number. */
  public enum State implements Named {
    /** There is a number. */
    LIMITED,
    /** No provider that decides has a documented figure. */
    UNDOCUMENTED,
    /** No outage of its providers makes it fail. */
    NOT_LIMITED,
    /** What it does in an outage could not be told. */
    UNKNOWN
  }

  /** The ceiling of one entry point of this report. */
  public static Ceiling of(Report report, EntryPoint entry, Outages outages) {
    if (entry.cutSets().isEmpty()) {
      return without(open(entry, outages) ? State.UNKNOWN : State.NOT_LIMITED, entry, List.of());
    }
    Map<String, Promise> promises = new TreeMap<>();
    entry.cutSets().stream()
        .flatMap(List::stream)
        .forEach(id -> promises.computeIfAbsent(id, p -> Promise.of(report, p)));
    Map<String, BigDecimal> figures = new TreeMap<>();
    promises.forEach((id, p) -> p.percent().ifPresent(percent -> figures.put(id, percent)));
    List<Set<String>> known =
        entry.cutSets().stream()
            .filter(figures.keySet()::containsAll)
            .map(set -> (Set<String>) new TreeSet<>(set))
            .toList();
    Set<String> in = known.stream().flatMap(Set::stream).collect(Collectors.toSet());
    List<Promise> counted = which(promises, p -> in.contains(p.provider()));
    List<Promise> uncounted = which(promises, p -> !in.contains(p.provider()));
    if (known.isEmpty()) {
      return without(State.UNDOCUMENTED, entry, uncounted);
    }
    Availability value = Availability.of(known, id -> figures.getOrDefault(id, BigDecimal.ZERO));
    return new Ceiling(
        State.LIMITED,
        entry.cutSets(),
        Optional.of(value.percent()),
        value.symbols(),
        value.numbers(),
        counted,
        uncounted);
  }

  private static Ceiling without(State state, EntryPoint entry, List<Promise> uncounted) {
    return new Ceiling(state, entry.cutSets(), Optional.empty(), "", "", List.of(), uncounted);
  }

  private static List<Promise> which(
      Map<String, Promise> promises, java.util.function.Predicate<Promise> wanted) {
    return promises.values().stream().filter(wanted).toList();
  }

  /** Whether an outage of one or of all its providers has an effect that could not be told. */
  private static boolean open(EntryPoint entry, Outages outages) {
    Collection<String> all = entry.outage().keySet();
    boolean together =
        outages
            .verdict(entry.id(), Set.copyOf(all))
            .filter(v -> v.outcome() == Outcome.DEGRADES || v.outcome() == Outcome.SURVIVES)
            .isEmpty();
    return entry.outage().containsValue(Outcome.UNKNOWN) || together;
  }
}
