package dev.aiaudit.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A method through which the outside enters the application.
 *
 * @param id stable when lines move
 * @param kind how the outside enters
 * @param method {@code package.Class.method}
 * @param route {@code POST /orders/{id}}, a topic, a cron expression
 * @param location the method's name
 * @param waits whether somebody waits for its answer, and that for a call to a provider: false
 *     where the answer is given first and the call is made behind it
 * @param outage provider id to what this entry does while that provider is down
 * @param cutSets smallest sets of providers whose joint failure makes this entry fail
 * @param owners from CODEOWNERS and the like
 */
public record EntryPoint(
    String id,
    EntryKind kind,
    String method,
    Optional<String> route,
    Location location,
    boolean waits,
    SortedMap<String, Outcome> outage,
    List<List<String>> cutSets,
    List<String> owners) {

  /** Copies the collections. */
  public EntryPoint {
    outage = Collections.unmodifiableSortedMap(new TreeMap<>(outage));
    cutSets = cutSets.stream().map(List::copyOf).toList();
    owners = List.copyOf(owners);
  }

  /** Whether somebody gets an answer from it, be it given before the call to a provider is made. */
  public boolean answers() {
    return waits || kind.waits();
  }

  /** The same entry point with what it does in an outage. */
  public EntryPoint withOutage(Map<String, Outcome> newOutage, List<List<String>> newCutSets) {
    return new EntryPoint(
        id, kind, method, route, location, waits, new TreeMap<>(newOutage), newCutSets, owners);
  }
}
