package dev.aiaudit.engine;

import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.trace.EntryHit;
import dev.aiaudit.trace.FoundPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The entry points that reach some call site, with what each does while a provider is down. */
final class EntryTable {
  private final Map<String, EntryHit> hits = new LinkedHashMap<>();
  private final Map<String, TreeMap<String, Outcome>> outcomes = new LinkedHashMap<>();

  /** The id of an entry point: what it is called from outside does not change when lines move. */
  static String id(EntryHit hit) {
    return hit.kind().word() + ":" + hit.method() + hit.route().map(r -> ":" + r).orElse("");
  }

  void add(FoundPath path, String provider) {
    String id = id(path.entry());
    hits.putIfAbsent(id, path.entry());
    outcomes
        .computeIfAbsent(id, i -> new TreeMap<>())
        .merge(provider, outcome(path.handling()), EntryTable::worse);
  }

  private static Outcome outcome(Handling handling) {
    return switch (handling) {
      case NONE, RETHROW, ERROR_RESPONSE, ALTERNATE_SAME_PROVIDER -> Outcome.FAILS;
      case SWALLOW, STATIC, CACHE -> Outcome.DEGRADES;
      case ALTERNATE_OTHER_PROVIDER -> Outcome.SURVIVES;
      case UNKNOWN -> Outcome.UNKNOWN;
    };
  }

  /** Fails before unknown before degrades before survives. */
  private static Outcome worse(Outcome a, Outcome b) {
    List<Outcome> order =
        List.of(Outcome.FAILS, Outcome.UNKNOWN, Outcome.DEGRADES, Outcome.SURVIVES);
    return order.indexOf(a) <= order.indexOf(b) ? a : b;
  }

  List<EntryPoint> sorted() {
    List<EntryPoint> out = new ArrayList<>();
    hits.forEach(
        (id, hit) -> out.add(entryPoint(id, hit, outcomes.getOrDefault(id, new TreeMap<>()))));
    out.sort(Comparator.comparing(EntryPoint::location).thenComparing(EntryPoint::id));
    return out;
  }

  private static EntryPoint entryPoint(String id, EntryHit hit, TreeMap<String, Outcome> outage) {
    List<List<String>> cutSets =
        outage.entrySet().stream()
            .filter(e -> e.getValue() == Outcome.FAILS)
            .map(e -> List.of(e.getKey()))
            .toList();
    return new EntryPoint(
        id,
        hit.kind(),
        hit.method(),
        hit.route(),
        hit.location(),
        hit.waits(),
        outage,
        cutSets,
        List.of());
  }
}
