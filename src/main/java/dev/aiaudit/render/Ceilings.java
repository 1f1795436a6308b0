package dev.aiaudit.render;

import dev.aiaudit.model.Ceiling;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Outages;
import dev.aiaudit.model.Promise;
import dev.aiaudit.model.Report;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Availability ceilings in words, and entry points that share one. */
public final class Ceilings {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MONTH_MINUTES = BigDecimal.valueOf(30L * 24 * 60);

  private Ceilings() {}

  /**
   * Entry points with the same ceiling for the same reason.
   *
   * @param ceiling what they share
   * @param entries in the report's order
   */
  public record Group(Ceiling ceiling, List<EntryPoint> entries) {
    /** Copies the list. */
    public Group {
      entries = List.copyOf(entries);
    }
  }

  /** The ceilings of these entry points, the lowest first, those without a number after them. */
  public static List<Group> of(Report report, Collection<EntryPoint> entries) {
    Outages outages = Outages.of(report.inventory().callSites());
    Map<Ceiling, List<EntryPoint>> groups = new LinkedHashMap<>();
    for (EntryPoint entry : entries) {
      groups.computeIfAbsent(Ceiling.of(report, entry, outages), c -> new ArrayList<>()).add(entry);
    }
    Comparator<Ceiling> lowest =
        Comparator.comparing(Ceiling::state)
            .thenComparing(c -> c.percent().orElse(HUNDRED))
            .thenComparing(c -> c.cutSets().toString());
    return groups.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(lowest))
        .map(e -> new Group(e.getKey(), e.getValue()))
        .toList();
  }

  /** {@code 99.8%}, or in two words why there is no number. */
  public static String inShort(Ceiling ceiling) {
    return switch (ceiling.state()) {
      case LIMITED -> ceiling.percent().orElseThrow().toPlainString() + "%";
      case UNDOCUMENTED -> "no SLA";
      case NOT_LIMITED -> "not limited";
      case UNKNOWN -> "unknown";
    };
  }

  /** How the number comes about, or why there is none; not escaped. */
  public static List<String> reasons(Ceiling ceiling, Optional<BigDecimal> target) {
    List<String> out = new ArrayList<>();
    switch (ceiling.state()) {
      case LIMITED ->
          out.add(
              ceiling.counted().size() == 1
                  ? "what " + ceiling.symbols() + " promises"
                  : ceiling.symbols() + " = " + ceiling.numbers());
      case UNDOCUMENTED -> out.add("no documented SLA: " + names(ceiling.uncounted()));
      case NOT_LIMITED -> out.add("no outage of its providers makes it fail");
      case UNKNOWN -> out.add("what it does in an outage could not be told");
    }
    if (ceiling.state() == Ceiling.State.LIMITED && !ceiling.uncounted().isEmpty()) {
      out.add(
          "not counted for lack of a documented SLA: "
              + names(ceiling.uncounted())
              + "; with it the ceiling can only be lower");
    }
    target.map(t -> verdict(ceiling, t)).ifPresent(out::add);
    return out;
  }

  private static String names(List<Promise> promises) {
    return String.join(", ", promises.stream().map(Promise::provider).toList());
  }

  /** Whether the target can be kept; empty without a number. */
  public static Optional<Boolean> keeps(Ceiling ceiling, BigDecimal target) {
    return switch (ceiling.state()) {
      case LIMITED -> ceiling.percent().map(p -> p.compareTo(target) >= 0);
      case NOT_LIMITED -> Optional.of(true);
      case UNDOCUMENTED, UNKNOWN -> Optional.empty();
    };
  }

  private static String verdict(Ceiling ceiling, BigDecimal target) {
    String aim = "the target of " + OutageCost.plain(target) + "% (targets.availability)";
    Optional<Boolean> keeps = keeps(ceiling, target);
    if (keeps.isEmpty()) {
      boolean unknown = ceiling.state() == Ceiling.State.UNKNOWN;
      return "whether it can keep " + aim + (unknown ? " is open" : " is written nowhere");
    }
    if (keeps.get()) {
      return "not below " + aim;
    }
    return "below "
        + aim
        + ": "
        + minutes(ceiling.percent().orElseThrow())
        + " min of outage in 30 days instead of "
        + minutes(target)
        + " min";
  }

  /** {@code 43.2} for 99.9: the minutes of 30 days that an availability leaves. */
  public static String minutes(BigDecimal percent) {
    return OutageCost.plain(left(percent).setScale(1, RoundingMode.HALF_UP));
  }

  static BigDecimal left(BigDecimal percent) {
    return HUNDRED.subtract(percent).movePointLeft(2).multiply(MONTH_MINUTES);
  }

  /** The promises on which these ceilings rest, each once, by provider. */
  public static Collection<Promise> promises(List<Group> groups) {
    Map<String, Promise> all = new TreeMap<>();
    for (Group group : groups) {
      group.ceiling().counted().forEach(p -> all.put(p.provider(), p));
      group.ceiling().uncounted().forEach(p -> all.put(p.provider(), p));
    }
    return all.values();
  }

  /** {@code openai: 99.9%, dependencies.sla in the settings}; not escaped. */
  public static String source(Promise promise) {
    return promise.provider()
        + ": "
        + promise
            .percent()
            .map(p -> OutageCost.plain(p) + "%, " + promise.source())
            .orElse("no documented SLA, " + promise.source());
  }
}
