package dev.aiaudit.flow.wait;

import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often a layer tries, and how long it pauses in between.
 *
 * @param attempts calls in all
 * @param pauses one less than attempts, or none when it does not pause
 * @param source whose they are, in words
 * @param evidence how they are known
 * @param at where they are set
 */
record Retries(
    int attempts, List<Duration> pauses, String source, Evidence evidence, Optional<Location> at) {

  /** More pauses than this are not told apart. */
  private static final int MAX_ATTEMPTS = 1_000;

  static final Retries NONE = new Retries(1, List.of(), "", Evidence.ASSUMED, Optional.empty());

  Retries {
    attempts = Math.max(1, Math.min(attempts, MAX_ATTEMPTS));
    pauses = List.copyOf(pauses);
  }

  static Retries byDefault(int attempts, Backoff backoff, String source) {
    return new Retries(
        attempts, backoff.pauses(attempts), source, Evidence.ASSUMED, Optional.empty());
  }

  /**
   * Pauses that grow by a factor up to a cap.
   *
   * @param first seconds
   * @param factor at least 1
   * @param cap seconds
   */
  record Backoff(double first, double factor, double cap) {
    static final Backoff NONE = new Backoff(0, 1, 0);

    List<Duration> pauses(int attempts) {
      List<Duration> out = new ArrayList<>();
      double next = first;
      for (int i = 1; i < Math.min(attempts, MAX_ATTEMPTS) && first > 0; i++) {
        out.add(Duration.ofMillis(Math.round(Math.min(next, cap) * 1000)));
        next = Math.min(next * factor, cap);
      }
      return out;
    }
  }

  Duration pausesTotal() {
    return pauses.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
