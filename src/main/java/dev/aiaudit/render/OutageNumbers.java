package dev.aiaudit.render;

import static dev.aiaudit.render.TextLines.safe;

import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Policy;
import dev.aiaudit.model.Report;
import dev.aiaudit.terminal.Columns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The numbers of an outage as text: what the fallbacks load, what availability can be promised,
 * what the outage costs. Each with its formula and its source.
 */
final class OutageNumbers {
  private static final int WIDTH = 96;
  private static final int INDENT = 4;
  private static final int MOST_NAMED = 3;
  private final Report report;
  private final Duration length;
  private final StringBuilder text;

  OutageNumbers(Report report, Duration length, StringBuilder text) {
    this.report = report;
    this.length = length;
    this.text = text;
  }

  void load(List<FallbackLoad> loads) {
    if (loads.isEmpty()) {
      return;
    }
    text.append("\nWhat the fallbacks then load\n");
    for (FallbackLoad load : loads) {
      boolean unseen = load.provider().equals(FallbackLoad.UNSEEN);
      String who = unseen ? "an alternate that the scan did not see" : load.provider();
      item(who + ": the traffic of " + named(load.entries()));
      String calls =
          load.from().stream()
              .map(from -> from.call().location().toString())
              .distinct()
              .limit(MOST_NAMED)
              .collect(Collectors.joining(", "));
      below((unseen ? "instead of the call at " : "through the call at ") + calls);
      if (!unseen) {
        below(usual(load.usual()) + "; whether its rate limits bear that is not in the code");
      }
    }
  }

  private static String usual(int entries) {
    return entries == 0
        ? "nothing calls it otherwise"
        : "on top of "
            + Phrases.count(entries, "entry point")
            + (entries == 1 ? " that needs it anyway" : " that need it anyway");
  }

  void ceilings(Collection<EntryPoint> entries, boolean hangs) {
    List<Ceilings.Group> groups = Ceilings.of(report, entries);
    if (groups.isEmpty()) {
      return;
    }
    Policy.Targets targets = report.inventory().policy().targets();
    text.append("\nAvailability ceiling: more cannot be promised, by what the providers promise\n");
    for (Ceilings.Group group : groups) {
      item(Ceilings.inShort(group.ceiling()) + ": " + named(group.entries()));
      Ceilings.reasons(group.ceiling(), targets.availability()).forEach(this::below);
    }
    text.append("  Providers count as independent, a degraded answer as an answer; your own code");
    text.append(" and network come on top.\n");
    if (hangs) {
      text.append("  A provider that hangs is in no figure where nothing ends the wait.\n");
    }
    Collection<dev.aiaudit.model.Promise> promises = Ceilings.promises(groups);
    if (!promises.isEmpty()) {
      text.append("  Sources\n");
      promises.forEach(p -> below(Ceilings.source(p)));
    }
  }

  void cost(Outage outage) {
    Policy.Costs costs = report.inventory().policy().costs();
    OutageCost cost = OutageCost.of(outage, costs, length);
    text.append("\nCost of ").append(Phrases.duration(length)).append('\n');
    String currency = costs.currency().map(c -> " " + c).orElse("");
    for (OutageCost.Term term : cost.terms()) {
      item(OutageCost.money(term.amount()) + currency + "  " + term.what());
      below(term.formula() + " (" + term.source() + ")");
    }
    if (cost.terms().size() > 1) {
      cost.total().ifPresent(total -> item(total + currency + "  in all"));
    }
    cost.open().forEach(this::item);
    targets();
  }

  /** One line for each provider that is down alone. */
  void costs(List<Outage> outages) {
    Policy.Costs costs = report.inventory().policy().costs();
    text.append("\nCost of ").append(Phrases.duration(length)).append(" without a provider\n");
    if (costs.currency().isEmpty()) {
      item(OutageCost.NOT_STATED);
      return;
    }
    for (Outage outage : outages) {
      OutageCost cost = OutageCost.of(outage, costs, length);
      String sum =
          cost.terms().stream()
              .map(t -> t.what() + ": " + t.formula() + " (" + t.source() + ")")
              .collect(Collectors.joining("; "));
      String total = cost.total().map(t -> t + " " + costs.currency().orElse("")).orElse("no sum");
      item(String.join(", ", outage.providers()) + ": " + total);
      if (!sum.isEmpty()) {
        below(sum);
      }
      cost.open().forEach(this::below);
    }
  }

  private void targets() {
    Policy.Targets targets = report.inventory().policy().targets();
    BigDecimal minutes = BigDecimal.valueOf(length.toMinutes());
    targets.availability().flatMap(target -> share(minutes, target)).ifPresent(this::item);
    targets
        .recovery()
        .filter(recovery -> recovery.compareTo(length) < 0)
        .ifPresent(
            recovery ->
                item(
                    "longer than the recovery target of "
                        + Phrases.duration(recovery)
                        + " (targets.recovery)"));
  }

  private static Optional<String> share(BigDecimal minutes, BigDecimal target) {
    BigDecimal left = Ceilings.left(target);
    if (left.signum() == 0) {
      return Optional.empty();
    }
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

  private void item(String prose) {
    wrapped("  ", prose);
  }

  private void below(String prose) {
    wrapped(" ".repeat(2 + INDENT), prose);
  }

  private void wrapped(String indent, String prose) {
    String start = indent;
    for (String line : Columns.wrap(safe(prose), WIDTH - indent.length())) {
      text.append(start).append(line).append('\n');
      start = indent + "  ";
    }
  }
}
