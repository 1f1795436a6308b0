package dev.aiaudit.catalog.entrypoint;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How the route of an entry that a call registers is put together.
 *
 * @param form how it is written out
 * @param argument position of the path argument, counted from 0
 * @param verbs registering method to its HTTP verb
 * @param within methods whose first argument is a prefix for the registrations inside their lambda
 * @param chain methods on the receiver's call chain whose first argument is the path, to their verb
 *     or to an empty text
 * @param predicates static methods that make the path argument, to their verb or to an empty text
 * @param waitingSchemes URI schemes of the path for which somebody waits all the same
 */
public record CallRoute(
    RouteSpec.Form form,
    OptionalInt argument,
    Map<String, String> verbs,
    List<String> within,
    Map<String, String> chain,
    Map<String, String> predicates,
    List<String> waitingSchemes) {

  /** Copies the collections. */
  public CallRoute {
    verbs = Map.copyOf(verbs);
    within = List.copyOf(within);
    chain = Map.copyOf(chain);
    predicates = Map.copyOf(predicates);
    waitingSchemes = List.copyOf(waitingSchemes);
  }
}
