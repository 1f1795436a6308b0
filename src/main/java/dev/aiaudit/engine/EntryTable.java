package dev.aiaudit.engine;

import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Outages;
import dev.aiaudit.trace.EntryHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entry points that reach some call site, with what each does while a provider is down. */
final class EntryTable {
  private final Map<String, EntryHit> hits = new LinkedHashMap<>();

  /** The id of an entry point: what it is called from outside does not change when lines move. */
  static String id(EntryHit hit) {
    return hit.kind().word() + ":" + hit.method() + hit.route().map(r -> ":" + r).orElse("");
  }

  void add(EntryHit hit) {
    hits.putIfAbsent(id(hit), hit);
  }

  /** All of them by place, with what each does in an outage. */
  List<EntryPoint> sorted(Outages outages) {
    List<EntryPoint> out = new ArrayList<>();
    hits.forEach((id, hit) -> out.add(entryPoint(id, hit, outages)));
    out.sort(Comparator.comparing(EntryPoint::location).thenComparing(EntryPoint::id));
    return out;
  }

  private static EntryPoint entryPoint(String id, EntryHit hit, Outages outages) {
    return new EntryPoint(
        id,
        hit.kind(),
        hit.method(),
        hit.route(),
        hit.location(),
        hit.waits() && outages.waitsForSome(id),
        outages.alone(id),
        outages.cutSets(id),
        List.of());
  }
}
