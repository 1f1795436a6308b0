package dev.aiaudit.flow.wait;

import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.WaitTerm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a caller can hang, as a sum.
 *
 * @param terms innermost first; a term without a duration says that nothing ends the wait
 * @param known whether the terms are all there is; false when a limit may be set where the tree
 *     does not show it
 */
public record Wait(List<WaitTerm> terms, boolean known) {

  /** Copies the terms. */
  public Wait {
    terms = List.copyOf(terms);
  }

  static Wait of(Limit limit) {
    return switch (limit.kind()) {
      case SET ->
          new Wait(
              List.of(
                  new WaitTerm(
                      GuardText.words(limit.length()) + " " + limit.source(),
                      Optional.of(limit.length()),
                      limit.evidence(),
                      limit.at())),
              true);
      case NONE ->
          new Wait(
              List.of(new WaitTerm(limit.source(), Optional.empty(), limit.evidence(), limit.at())),
              true);
      case UNKNOWN -> new Wait(List.of(), false);
    };
  }

  /** Whether nothing ends it. */
  public boolean endless() {
    return known && terms.stream().anyMatch(t -> t.duration().isEmpty());
  }

  /** The terms that have a duration, added up: all of the wait, or the part of it that is known. */
  public Duration knownPart() {
    return terms.stream().flatMap(t -> t.duration().stream()).reduce(Duration.ZERO, Duration::plus);
  }

  /** The sum; empty when it is not known or has no end. */
  public Optional<Duration> total() {
    return known && !endless() ? Optional.of(knownPart()) : Optional.empty();
  }

  /** The same for a layer that tries several times. */
  Wait repeated(Retries retries, String by) {
    return repeated(retries.attempts(), by, pauseTerm(retries));
  }

  private static Optional<WaitTerm> pauseTerm(Retries retries) {
    return retries.pauses().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WaitTerm(
                "pauses between attempts, "
                    + GuardText.sum(retries.pauses())
                    + " ("
                    + retries.source()
                    + ")",
                Optional.of(retries.pausesTotal()),
                retries.evidence(),
                retries.at()));
  }

  /** Every term as often as the layer tries, and its pauses. */
  Wait repeated(int attempts, String by, Optional<WaitTerm> pauses) {
    List<WaitTerm> out = new ArrayList<>();
    for (WaitTerm t : terms) {
      // A request that never ends is not tried again.
      out.add(
          t.duration().isEmpty()
              ? t
              : new WaitTerm(
                  attempts + " attempts (" + by + ") x " + t.what(),
                  t.duration().map(d -> d.multipliedBy(attempts)),
                  t.evidence(),
                  t.location()));
    }
    pauses.ifPresent(out::add);
    return new Wait(out, known);
  }

  /** A remark about something whose length is not known. */
  Wait unsure(String what, Location at) {
    List<WaitTerm> out = new ArrayList<>(terms);
    out.add(new WaitTerm(what, Optional.of(Duration.ZERO), Evidence.UNKNOWN, Optional.of(at)));
    return new Wait(out, false);
  }

  /** The same under a time limit over all of it. */
  Wait cutOff(Limit limit) {
    if (!limit.isSet()) {
      return this;
    }
    boolean shorter = total().filter(t -> t.compareTo(limit.length()) <= 0).isPresent();
    return shorter ? this : Wait.of(limit);
  }

  /** Longer first: without end, then by the sum. */
  static int compare(Wait a, Wait b) {
    int endless = Boolean.compare(b.endless(), a.endless());
    return endless != 0 ? endless : b.knownPart().compareTo(a.knownPart());
  }
}
