package dev.aiaudit.triage;

import dev.aiaudit.model.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which finding of now was which before. Fingerprints decide first; a finding that has none among
 * the old ones may still be one that moved with its class, when the old one is gone, or one whose
 * call went to another method of its class, when the old method makes that call no more.
 */
final class Counterparts {
  private final List<FindingKey> before;
  private final int[] match;
  private final boolean[] taken;

  private Counterparts(List<FindingKey> before, int now) {
    this.before = before;
    this.match = new int[now];
    this.taken = new boolean[before.size()];
    Arrays.fill(match, -1);
  }

  /**
   * Matches one to one.
   *
   * @param stillThere whether a file of the old tree is in the new one
   */
  static Counterparts of(List<FindingKey> before, Report report, Predicate<String> stillThere) {
    Set<String> calls = new HashSet<>();
    report
        .inventory()
        .callSites()
        .forEach(site -> calls.add(FindingKey.call(site.enclosing(), site.callee())));
    return of(before, FindingKey.of(report.findings(), report.inventory()), stillThere, calls);
  }

  /**
   * Matches one to one.
   *
   * @param calls those that are made now, with or without a finding
   */
  static Counterparts of(
      List<FindingKey> before,
      List<FindingKey> now,
      Predicate<String> stillThere,
      Set<String> calls) {
    Counterparts parts = new Counterparts(before, now.size());
    parts.byFingerprint(now);
    parts.byMove(now, (old, key) -> isMoved(old, key) && !stillThere.test(old.file()));
    parts.byMove(now, (old, key) -> isInOtherMethod(old, key) && !calls.contains(old.call()));
    return parts;
  }

  /** To another package with the same class name, or with its class to another file. */
  private static boolean isMoved(FindingKey old, FindingKey now) {
    return old.withoutType().equals(now.withoutType());
  }

  private static boolean isInOtherMethod(FindingKey old, FindingKey now) {
    return old.withoutMethod().equals(now.withoutMethod());
  }

  /** The index of the old finding that this new one was. */
  OptionalInt before(int now) {
    return match[now] < 0 ? OptionalInt.empty() : OptionalInt.of(match[now]);
  }

  /** The old ones that are there no more. */
  List<FindingKey> gone() {
    List<FindingKey> gone = new ArrayList<>();
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        gone.add(before.get(i));
      }
    }
    return gone;
  }

  private void byFingerprint(List<FindingKey> now) {
    Map<String, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      places.computeIfAbsent(before.get(i).fingerprint(), f -> new ArrayDeque<>()).add(i);
    }
    for (int i = 0; i < now.size(); i++) {
      Optional.ofNullable(places.get(now.get(i).fingerprint())).map(Deque::poll).ifPresent(pair(i));
    }
  }

  private void byMove(List<FindingKey> now, BiPredicate<FindingKey, FindingKey> same) {
    for (int i = 0; i < now.size(); i++) {
      if (match[i] < 0 && !now.get(i).callee().isEmpty()) {
        moved(now.get(i), same).ifPresent(pair(i));
      }
    }
  }

  private Optional<Integer> moved(FindingKey now, BiPredicate<FindingKey, FindingKey> same) {
    for (int i = 0; i < before.size(); i++) {
      if (!taken[i] && same.test(before.get(i), now)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private Consumer<Integer> pair(int now) {
    return old -> {
      match[now] = old;
      taken[old] = true;
    };
  }
}
