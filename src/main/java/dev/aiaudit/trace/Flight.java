package dev.aiaudit.trace;

import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import java.util.List;
import java.util.Optional;

/**
 * A provider's failure on its way outward, as it is at one place.
 *
 * @param form how it travels
 * @param types full names of the exceptions it may be; empty when not known
 * @param handling none or rethrow while it travels, the final class once it has settled
 * @param at the place that decided the handling so far
 * @param detached whether nobody outside waits any more for the code that made the call
 * @param told whether a client is told of the failure through an emitter or socket that it holds
 *     open, and so waits although the code is detached
 * @param shown whether detached code gives its answer to a callback or to the thread of a user
 *     interface, so that a person in front of a window waits for it
 */
public record Flight(
    Form form,
    List<String> types,
    Handling handling,
    Optional<Location> at,
    boolean detached,
    boolean told,
    boolean shown) {

  /** How a failure travels. */
  public enum Form {
    /** As an exception up the stack. */
    THROWN,
    /** Inside a future. */
    FUTURE,
    /** Inside a reactive type that is not subscribed to yet. */
    REACTIVE,
    /** Nowhere: somebody has dealt with it. */
    SETTLED
  }

  /** Copies the types. */
  public Flight {
    types = List.copyOf(types);
  }

  /** A failure that nothing has touched yet. */
  public static Flight starting(Form form, List<String> types) {
    return new Flight(form, types, Handling.NONE, Optional.empty(), false, false, false);
  }

  /** Whether it is still on its way. */
  public boolean travelling() {
    return form != Form.SETTLED;
  }

  /** The same failure in another form. */
  public Flight as(Form newForm) {
    return new Flight(newForm, types, handling, at, detached, told, shown);
  }

  /** The same failure, which nobody outside waits for any more. */
  public Flight detach() {
    return new Flight(form, types, handling, at, true, told, shown);
  }

  /** The same failure, for which somebody outside waits again. */
  public Flight attach() {
    return new Flight(form, types, handling, at, false, told, shown);
  }

  /** The same failure with its exceptions. */
  public Flight withTypes(List<String> newTypes) {
    return new Flight(form, newTypes, handling, at, detached, told, shown);
  }

  /** The same failure, handled like this so far. */
  public Flight handled(Handling newHandling, Optional<Location> place) {
    return new Flight(form, types, newHandling, place, detached, told, shown);
  }

  /**
   * The same failure; a client that holds an emitter or socket open is told of it if {@code
   * really}.
   */
  public Flight tell(boolean really) {
    return new Flight(form, types, handling, at, detached, told || really, shown);
  }

  /** The same failure; the code gives its answer to whoever shows it if {@code really}. */
  public Flight show(boolean really) {
    return new Flight(form, types, handling, at, detached, told, shown || really);
  }

  /** Whether somebody outside waits for what becomes of it. */
  public boolean awaited() {
    return !detached || told;
  }

  /** Somebody has dealt with it. */
  public Flight settle(Handling newHandling, Optional<Location> place) {
    return new Flight(Form.SETTLED, List.of(), newHandling, place, detached, told, shown);
  }

  /** Caught and thrown again as one of these types. */
  public Flight rethrow(List<String> newTypes, Location place) {
    return new Flight(
        Form.THROWN, newTypes, Handling.RETHROW, Optional.of(place), detached, told, shown);
  }
}
