package dev.aiaudit.settings;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPick;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Policy;
import dev.aiaudit.model.Policy.Costs;
import dev.aiaudit.model.Policy.Declared;
import dev.aiaudit.model.Policy.GuardDemand;
import dev.aiaudit.model.Policy.Targets;
import dev.aiaudit.model.Policy.WaitBudget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what becomes the {@link Policy}. */
final class PolicyReader {
  private static final String WAIT = "max-worst-wait";
  private final ProviderWords providers;

  PolicyReader(ProviderWords providers) {
    this.providers = providers;
  }

  static Optional<Duration> maxWorstWait(DataNode budgets) {
    budgets.allowOnly(Set.of(WAIT, "entries"));
    return budgets.find(WAIT).map(Values::duration);
  }

  static List<WaitBudget> budgets(DataNode budgets) {
    return budgets.items("entries").stream().map(PolicyReader::budget).toList();
  }

  private static WaitBudget budget(DataNode node) {
    node.allowOnly(Set.of("kind", "route", WAIT));
    return new WaitBudget(pick(node), Values.duration(node.get(WAIT)));
  }

  static GuardDemand demand(DataNode node) {
    node.allowOnly(Set.of("kind", "route", "guards"));
    List<GuardKind> guards =
        node.get("guards").items().stream()
            .map(guard -> Values.constant(guard, GuardKind.values()))
            .toList();
    if (guards.isEmpty()) {
      throw node.get("guards").fault("name at least one guard, such as timeout or fallback");
    }
    return new GuardDemand(pick(node), guards);
  }

  /** By kind, by route, or by both; by neither would be a slip. */
  private static EntryPick pick(DataNode node) {
    Optional<EntryKind> kind = node.find("kind").map(k -> Values.constant(k, EntryKind.values()));
    Optional<String> route = node.find("route").map(Values::words);
    if (kind.isEmpty() && route.isEmpty()) {
      throw node.fault("say which entry points are meant: kind: http, route: /orders/**, or both");
    }
    return new EntryPick(kind, route);
  }

  List<String> allowed(DataNode node) {
    node.allowOnly(Set.of("allowed"));
    Set<String> ids = new LinkedHashSet<>();
    for (DataNode item : node.get("allowed").items()) {
      if (!ids.add(providers.read(item))) {
        throw item.fault("'" + item.text() + "' is in the list already");
      }
    }
    if (ids.isEmpty()) {
      throw node.get("allowed").fault("an empty list would forbid everything; leave the key out");
    }
    return List.copyOf(ids);
  }

  List<Declared> dependencies(List<DataNode> nodes) {
    List<Declared> all = new ArrayList<>();
    for (DataNode node : nodes) {
      node.allowOnly(Set.of("provider", "owner", "runbook", "target", "sla"));
      String provider = providers.read(node.get("provider"));
      if (all.stream().anyMatch(d -> d.provider().equals(provider))) {
        throw node.get("provider").fault("'" + provider + "' is declared already");
      }
      all.add(
          new Declared(
              provider,
              node.find("owner").map(Values::words),
              node.find("runbook").map(Values::words),
              node.find("target").map(Values::percent),
              node.find("sla").map(Values::percent)));
    }
    return all;
  }

  static Targets targets(DataNode node) {
    node.allowOnly(Set.of("availability", "recovery"));
    return new Targets(
        node.find("availability").map(Values::percent),
        node.find("recovery").map(Values::duration));
  }

  static Costs costs(DataNode node) {
    node.allowOnly(
        Set.of(
            "currency",
            "per-minute",
            "per-request",
            "requests-per-minute",
            "people",
            "hourly-rate"));
    Costs costs =
        new Costs(
            node.find("currency").map(Values::currency),
            node.find("per-minute").map(Values::amount),
            node.find("per-request").map(Values::amount),
            node.find("people").map(Values::amount),
            node.find("hourly-rate").map(Values::amount),
            node.find("requests-per-minute").map(Values::amount));
    if (costs.people().isPresent() != costs.hourlyRate().isPresent()) {
      throw node.fault("people and hourly-rate make sense only together");
    }
    if (costs.currency().isEmpty() && !node.entries().isEmpty()) {
      throw node.fault("'currency' is missing, for example EUR");
    }
    return costs;
  }
}
