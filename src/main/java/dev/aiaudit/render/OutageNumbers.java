package dev.aiaudit.render;

import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Policy;
import dev.aiaudit.model.Report;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The numbers of an outage in words: what the fallbacks load, what availability can be promised,
 * what the outage costs. Each with its formula and its source; nothing is escaped.
 */
public final class OutageNumbers {
  private static final int MOST_NAMED = 3;
  private final Policy policy;
  private final Duration length;

  /**
   * A number, and below it how it comes about.
   *
   * @param head what it is
   * @param below formulas, sources and remarks
   */
  public record Item(String head, List<String> below) {
    /** Copies the list. */
    public Item {
      below = List.copyOf(below);
    }

    private static Item of(String head) {
      return new Item(head, List.of());
    }
  }

  /**
   * The numbers of outages of this report.
   *
   * @param length how long the provider is down
   */
  public OutageNumbers(Report report, Duration length) {
    this.policy = report.inventory().policy();
    this.length = length;
  }

  /** One item for each provider that receives traffic. */
  public List<Item> load(Outage outage) {
    return outage.load().stream().map(OutageNumbers::load).toList();
  }

  private static Item load(FallbackLoad load) {
    boolean unseen = load.provider().equals(FallbackLoad.UNSEEN);
    String who = unseen ? "an alternate that the scan did not see" : load.provider();
    String calls =
        load.from().stream()
            .map(from -> from.call().location().toString())
            .distinct()
            .limit(MOST_NAMED)
            .collect(Collectors.joining(", "));
    List<String> below = new ArrayList<>();
    below.add((unseen ? "instead of the call at " : "through the call at ") + calls);
    if (!unseen) {
      below.add(usual(load.usual()) + "; whether its rate limits bear that is not in the code");
    }
    return new Item(who + ": the traffic of " + named(load.entries()), below);
  }

  private static String usual(int entries) {
    return entries == 0
        ? "nothing calls it otherwise"
        : "on top of "
            + Phrases.count(entries, "entry point")
            + (entries == 1 ? " that needs it anyway" : " that need it anyway");
  }

  /** One item for each ceiling. */
  List<Item> ceilings(List<Ceilings.Group> groups) {
    return groups.stream()
        .map(
            group ->
                new Item(
                    Ceilings.inShort(group.ceiling()) + ": " + named(group.entries()),
                    Ceilings.reasons(group.ceiling(), policy.targets().availability())))
        .toList();
  }

  /** Whether the settings state any cost. */
  public boolean knowsCosts() {
    return policy.costs().currency().isPresent();
  }

  /** The terms of the cost, their sum, and what the outage means for the targets. */
  public List<Item> cost(Outage outage) {
    OutageCost cost = OutageCost.of(outage, policy.costs(), length);
    List<Item> items = new ArrayList<>();
    for (OutageCost.Term term : cost.terms()) {
      String head = OutageCost.money(term.amount()) + currency() + "  " + term.what();
      items.add(new Item(head, List.of(term.formula() + " (" + term.source() + ")")));
    }
    if (cost.terms().size() > 1) {
      cost.total().ifPresent(total -> items.add(Item.of(total + currency() + "  in all")));
    }
    cost.open().forEach(open -> items.add(Item.of(open)));
    targets().forEach(target -> items.add(Item.of(target)));
    return items;
  }

  /** One item for each outage, with its sum; one in all where no cost is stated. */
  public List<Item> costs(List<Outage> outages) {
    return knowsCosts()
        ? outages.stream().map(this::sum).toList()
        : List.of(Item.of(OutageCost.NOT_STATED));
  }

  private Item sum(Outage outage) {
    OutageCost cost = OutageCost.of(outage, policy.costs(), length);
    String total = cost.total().map(t -> t + currency()).orElse("no sum");
    String terms =
        cost.terms().stream()
            .map(t -> t.what() + ": " + t.formula() + " (" + t.source() + ")")
            .collect(Collectors.joining("; "));
    List<String> below = new ArrayList<>(terms.isEmpty() ? List.of() : List.of(terms));
    below.addAll(cost.open());
    return new Item(String.join(", ", outage.providers()) + ": " + total, below);
  }

  private String currency() {
    return policy.costs().currency().map(c -> " " + c).orElse("");
  }

  private List<String> targets() {
    Policy.Targets targets = policy.targets();
    List<String> out = new ArrayList<>();
    targets.availability().flatMap(this::share).ifPresent(out::add);
    targets
        .recovery()
        .filter(recovery -> recovery.compareTo(length) < 0)
        .map(Phrases::duration)
        .ifPresent(
            time -> out.add("longer than the recovery target of " + time + " (targets.recovery)"));
    return out;
  }

  private Optional<String> share(BigDecimal target) {
    BigDecimal left = Ceilings.left(target);
    if (left.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal minutes = BigDecimal.valueOf(length.toMinutes());
    BigDecimal share = minutes.movePointRight(2).divide(left, 0, RoundingMode.HALF_UP);
    return Optional.of(
        share
            + "% of the outage that the target of "
            + OutageCost.plain(target)
            + "% leaves in 30 days: "
            + minutes
            + " of "
            + Ceilings.minutes(target)
            + " min (targets.availability)");
  }

  private static String named(List<EntryPoint> entries) {
    String names =
        entries.stream().limit(MOST_NAMED).map(Phrases::entry).collect(Collectors.joining(", "));
    int more = entries.size() - MOST_NAMED;
    String count = entries.size() == 1 ? "" : entries.size() + " entry points: ";
    return count + names + (more > 0 ? " and " + more + " more" : "");
  }
}
