package dev.aiaudit.flow.proxy;

import java.util.List;
import java.util.Optional;

/**
 * What an annotation falls back to.
 *
 * @param fitting the methods that fit by their signatures; none when there is no fallback
 * @param problem why a fallback that is meant to be there does not fit
 * @param unknown whether there is one that the tree does not show
 */
public record Fallback(List<Candidate> fitting, Optional<String> problem, boolean unknown) {

  /** No fallback is meant to be there. */
  static final Fallback NONE = new Fallback(List.of(), Optional.empty(), false);

  /** There is one that cannot be read. */
  static final Fallback UNKNOWN = new Fallback(List.of(), Optional.empty(), true);

  /** Copies the list. */
  public Fallback {
    fitting = List.copyOf(fitting);
  }

  static Fallback of(List<Candidate> fitting) {
    return new Fallback(fitting, Optional.empty(), false);
  }

  static Fallback missing(String problem) {
    return new Fallback(List.of(), Optional.of(problem), false);
  }

  /** Whether a fallback is meant to be there. */
  public boolean wanted() {
    return !fitting.isEmpty() || problem.isPresent() || unknown;
  }
}
