package dev.aiaudit.flow.wait;

import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one request may take.
 *
 * @param attempt what ends one attempt
 * @param retries how often it tries
 * @param overall what ends all attempts together
 * @param backoff how the layer's pauses grow, should it try more often
 */
record Budget(Limit attempt, Retries retries, Optional<Limit> overall, Retries.Backoff backoff) {
  static final String DEFAULT = "sdk-default";

  Budget withAttempt(Limit other) {
    return new Budget(other, retries, overall, backoff);
  }

  Budget withRetries(Retries other) {
    return new Budget(attempt, other, overall, backoff);
  }

  Budget withOverall(Limit other) {
    return new Budget(attempt, retries, Optional.of(other), backoff);
  }

  /** The sum for one request. */
  Wait toWait() {
    Wait wait = Wait.of(attempt);
    wait = retries.attempts() > 1 ? wait.repeated(retries, retries.source()) : wait;
    return overall.isPresent() ? wait.cutOff(overall.get()) : wait;
  }

  /**
   * The guards that the settings are; a default is named as one.
   *
   * @param sdk catalogue id
   * @param site place of the request, for settings that are written nowhere
   */
  List<Guard> guards(String sdk, Location site) {
    List<Guard> out = new ArrayList<>();
    if (attempt.isSet()) {
      out.add(guard(GuardKind.TIMEOUT, attempt.length(), sdk, attempt, site));
    }
    overall
        .filter(Limit::isSet)
        .ifPresent(o -> out.add(guard(GuardKind.TIMEOUT, o.length(), sdk, o, site)));
    if (retries.attempts() > 1) {
      boolean written = retries.at().isPresent();
      out.add(
          new Guard(
              GuardKind.RETRY,
              written ? sdk : DEFAULT,
              retries.at().orElse(site),
              true,
              Optional.empty(),
              Optional.of(GuardText.attempts(retries.attempts(), retries.pausesTotal())),
              written ? retries.evidence() : Evidence.ASSUMED));
    }
    return out;
  }

  private static Guard guard(
      GuardKind kind, Duration length, String sdk, Limit limit, Location site) {
    boolean written = limit.at().isPresent();
    return new Guard(
        kind,
        written ? sdk : DEFAULT,
        limit.at().orElse(site),
        true,
        Optional.empty(),
        Optional.of(length.toString()),
        written ? limit.evidence() : Evidence.ASSUMED);
  }
}
