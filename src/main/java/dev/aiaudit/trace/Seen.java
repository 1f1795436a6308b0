package dev.aiaudit.trace;

import dev.aiaudit.model.Handling;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Node;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers the states that a search has been in. Nodes and codes count by identity, not by what
 * they say.
 */
final class Seen {
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private final Set<Key> keys = new HashSet<>();
  private final Set<Leaving> left = new HashSet<>();

  private record Leaving(Key key, boolean standIn) {}

  private record Key(
      int code,
      int node,
      Flight.Form form,
      List<String> types,
      Handling handling,
      boolean detached,
      boolean told,
      boolean shown,
      int backNode) {}

  /** Whether the state is new. */
  boolean add(Item item) {
    return keys.add(key(item, number(item.node())));
  }

  /**
   * Whether nothing like it has left the code yet. Two calls in one body from which the same
   * failure leaves have the same callers; the first one is the nearer one. Where nobody waits any
   * more, the place counts: it may be the one that completes what the client waits for.
   *
   * @param standIn whether the code runs only after something else has failed
   */
  boolean leaves(Item item, boolean standIn) {
    boolean placeMatters = item.flight().detached();
    int node = placeMatters ? number(item.shown()) : -1;
    return left.add(new Leaving(key(item, node), standIn));
  }

  private Key key(Item item, int node) {
    Flight flight = item.flight();
    int back = item.back().map(b -> number(b.edge().node()) * 16 + b.depth()).orElse(-1);
    return new Key(
        number(item.code()),
        node,
        flight.form(),
        flight.types(),
        flight.handling(),
        flight.detached(),
        flight.told(),
        flight.shown(),
        back);
  }

  private int number(Code code) {
    return numbers.computeIfAbsent(code, c -> numbers.size());
  }

  private int number(Node node) {
    return numbers.computeIfAbsent(node, n -> numbers.size());
  }

  /** Number of states so far. */
  int size() {
    return keys.size();
  }
}
