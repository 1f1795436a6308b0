package dev.aiaudit.catalog.detach;

import java.util.List;

/**
 * Types whose later completion is what the client of an entry waits for.
 *
 * @param id unique, such as {@code spring.emitter}
 * @param types qualified names
 * @param role how an entry comes by it
 * @param task the returned object is itself the code that the framework runs
 * @param sends methods that give the client a piece of the answer
 * @param completes methods that end the answer
 * @param fails methods that end it with an error
 * @param timeouts methods that set a time limit or say what happens at it
 * @param onError methods that say what happens on an error
 */
public record WebAsync(
    String id,
    List<String> types,
    Role role,
    boolean task,
    List<String> sends,
    List<String> completes,
    List<String> fails,
    List<String> timeouts,
    List<String> onError) {

  /** How an entry comes by such an object. */
  public enum Role {
    /** It returns it. */
    RETURNED,
    /** It is given it, or reaches it through a field. */
    PARAMETER
  }

  /** Copies the lists. */
  public WebAsync {
    types = List.copyOf(types);
    sends = List.copyOf(sends);
    completes = List.copyOf(completes);
    fails = List.copyOf(fails);
    timeouts = List.copyOf(timeouts);
    onError = List.copyOf(onError);
  }

  /** Whether code gives the client its answer through it; a pipeline is made and not fed. */
  public boolean isFed() {
    return !sends.isEmpty() || !completes.isEmpty();
  }
}
