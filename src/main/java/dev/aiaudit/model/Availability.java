package dev.aiaudit.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The share of time in which no cut set is wholly down, when each provider is up for its share of
 * the time and none of them fails because another does. Exact, also where cut sets overlap.
 *
 * @param value from 0 to 1
 * @param symbols the formula with names
 * @param numbers the formula with percentages
 */
record Availability(BigDecimal value, String symbols, String numbers) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS = 6;

  /**
   * The share for these cut sets.
   *
   * @param cutSets not empty, none of them empty, none within another
   * @param percent what each provider promises
   */
  static Availability of(
      Collection<? extends Set<String>> cutSets, Function<String, BigDecimal> percent) {
    List<Availability> factors = new ArrayList<>();
    for (List<Set<String>> group : independent(cutSets)) {
      factors.add(group(group, percent));
    }
    return factors.size() == 1 ? factors.get(0) : product(factors);
  }

  /** In percent, cut after six digits: a ceiling must not be rounded up. */
  BigDecimal percent() {
    BigDecimal cut = value.multiply(HUNDRED).setScale(DIGITS, RoundingMode.DOWN);
    return cut.signum() == 0 ? BigDecimal.ZERO : cut.stripTrailingZeros();
  }

  private static Availability group(List<Set<String>> sets, Function<String, BigDecimal> percent) {
    Set<String> common = new TreeSet<>(sets.get(0));
    sets.forEach(common::retainAll);
    if (!common.isEmpty()) {
      return unlessAllFail(sets, common, percent);
    }
    String pivot = mostFrequent(sets);
    Availability one = single(pivot, percent);
    Availability up = of(sets.stream().filter(s -> !s.contains(pivot)).toList(), percent);
    Availability down = of(minimal(sets.stream().map(s -> minus(s, Set.of(pivot)))), percent);
    return new Availability(
        one.value.multiply(up.value).add(one.failure().multiply(down.value)),
        either(one.symbols, up.symbols, down.symbols),
        either(one.numbers, up.numbers, down.numbers));
  }

  private static String either(String pivot, String up, String down) {
    return "(" + pivot + " x " + up + " + (1 - " + pivot + ") x " + down + ")";
  }

  /** All of the common ones must fail, and, where cut sets have more, one of the rests, too. */
  private static Availability unlessAllFail(
      List<Set<String>> sets, Set<String> common, Function<String, BigDecimal> percent) {
    List<Availability> parts = new ArrayList<>();
    common.forEach(p -> parts.add(single(p, percent)));
    if (sets.size() > 1) {
      parts.add(of(sets.stream().map(s -> minus(s, common)).toList(), percent));
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    BigDecimal all =
        parts.stream().map(Availability::failure).reduce(BigDecimal.ONE, BigDecimal::multiply);
    return new Availability(
        BigDecimal.ONE.subtract(all),
        parts.stream().map(p -> "(1 - " + p.symbols + ")").collect(joined()),
        parts.stream().map(p -> "(1 - " + p.numbers + ")").collect(joined()));
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(" x ", "(1 - ", ")");
  }

  private BigDecimal failure() {
    return BigDecimal.ONE.subtract(value);
  }

  private static Availability single(String provider, Function<String, BigDecimal> percent) {
    BigDecimal figure = percent.apply(provider);
    return new Availability(
        figure.movePointLeft(2), provider, figure.stripTrailingZeros().toPlainString() + "%");
  }

  private static Availability product(List<Availability> factors) {
    return new Availability(
        factors.stream().map(Availability::value).reduce(BigDecimal.ONE, BigDecimal::multiply),
        factors.stream().map(Availability::symbols).collect(Collectors.joining(" x ")),
        factors.stream().map(Availability::numbers).collect(Collectors.joining(" x ")));
  }

  /** Cut sets that share a provider, directly or through others, are in one group. */
  private static List<List<Set<String>>> independent(Collection<? extends Set<String>> cutSets) {
    List<List<Set<String>>> groups = new ArrayList<>();
    for (Set<String> set : cutSets) {
      List<Set<String>> merged = new ArrayList<>();
      for (List<Set<String>> group : List.copyOf(groups)) {
        if (group.stream().anyMatch(s -> s.stream().anyMatch(set::contains))) {
          merged.addAll(group);
          groups.remove(group);
        }
      }
      merged.add(set);
      groups.add(merged);
    }
    return groups;
  }

  private static String mostFrequent(List<Set<String>> sets) {
    Map<String, Integer> counts = new TreeMap<>();
    sets.forEach(set -> set.forEach(p -> counts.merge(p, 1, Integer::sum)));
    return counts.entrySet().stream()
        .min(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .orElseThrow()
        .getKey();
  }

  private static Set<String> minus(Set<String> set, Set<String> less) {
    Set<String> rest = new TreeSet<>(set);
    rest.removeAll(less);
    return rest;
  }

  private static List<Set<String>> minimal(java.util.stream.Stream<Set<String>> sets) {
    List<Set<String>> all = sets.distinct().toList();
    return all.stream()
        .filter(s -> all.stream().noneMatch(o -> !o.equals(s) && s.containsAll(o)))
        .toList();
  }
}
