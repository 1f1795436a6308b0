package dev.aiaudit.flow.wait;

import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.WaitTerm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The wait of a whole path: what guards between the request and the entry point make of it. */
public final class PathWaits {
  private PathWaits() {}

  /**
   * The wait at the entry point.
   *
   * @param request that of the request itself
   * @param frames from the entry point to the request
   */
  public static Wait of(Wait request, List<Frame> frames) {
    Wait wait = request;
    for (int i = frames.size() - 1; i >= 0; i--) {
      for (Guard guard : frames.get(i).guards()) {
        if (guard.effective()) {
          wait = under(guard, wait);
        }
      }
    }
    return wait;
  }

  /** The longest of several; empty when there is none. */
  public static Optional<Wait> longest(List<Wait> waits) {
    return waits.stream().min(Wait::compare);
  }

  private static Wait under(Guard guard, Wait wait) {
    if (guard.kind() == GuardKind.RETRY) {
      return repeated(guard, wait);
    }
    return guard.kind() == GuardKind.TIMEOUT ? limited(guard, wait) : wait;
  }

  private static Wait repeated(Guard guard, Wait wait) {
    Optional<Integer> attempts = GuardText.attempts(guard);
    if (attempts.isEmpty()) {
      return wait.unsure(guard.by() + " tries again, how often is not known", guard.location());
    }
    if (attempts.get() < 2) {
      return wait;
    }
    Optional<WaitTerm> pauses =
        GuardText.pauses(guard)
            .map(
                p ->
                    new WaitTerm(
                        "pauses between attempts"
                            + GuardText.terms(guard).map(t -> ", " + t).orElse("")
                            + " ("
                            + guard.by()
                            + ")",
                        Optional.of(p),
                        guard.evidence(),
                        Optional.of(guard.location())));
    return wait.repeated(attempts.get(), guard.by(), pauses);
  }

  private static Wait limited(Guard guard, Wait wait) {
    Optional<Duration> period = GuardText.period(guard);
    if (period.isEmpty()) {
      return wait.known()
          ? wait.unsure(guard.by() + " ends it after a time that is not known", guard.location())
          : wait;
    }
    return wait.cutOff(
        Limit.of(
            period.get(),
            "timeout over the call (" + guard.by() + ")",
            guard.evidence(),
            Optional.of(guard.location())));
  }
}
