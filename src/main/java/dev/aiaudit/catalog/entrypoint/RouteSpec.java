package dev.aiaudit.catalog.entrypoint;

import dev.aiaudit.catalog.entrypoint.RoutePart.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the route of an entry is put together.
 *
 * @param form how the pieces are written out
 * @param parts where the pieces are written; alternatives of one place, places are joined in the
 *     order application, class, method
 * @param verbs annotation or method name to its word: {@code GET}, {@code Query}
 * @param verbMember member of the selecting annotation that holds the word when {@code verbs} has
 *     none
 * @param otherwise what stands in when no piece is written
 * @param parameter position of the parameter whose type is the route, for events
 */
public record RouteSpec(
    Form form,
    List<RoutePart> parts,
    Map<String, String> verbs,
    Optional<String> verbMember,
    Otherwise otherwise,
    OptionalInt parameter) {

  /** No route is written anywhere. */
  public static final RouteSpec NONE =
      new RouteSpec(
          Form.NONE, List.of(), Map.of(), Optional.empty(), Otherwise.NOTHING, OptionalInt.empty());

  /** How a route is written out. */
  public enum Form {
    /** No route. */
    NONE,
    /** {@code POST /orders/{id}}: a verb and paths joined with one slash. */
    HTTP,
    /** {@code Query.orders}: the verb is the type, the path the field. */
    FIELD,
    /** A topic, queue or channel. */
    TOPIC,
    /** A cron expression or a rate; the member's name says which. */
    SCHEDULE,
    /** The type of an event. */
    EVENT,
    /** A plain name: a command, a tool, a function. */
    NAME
  }

  /** What stands in for a piece that is not written. */
  public enum Otherwise {
    NOTHING,
    METHOD_NAME,
    CLASS_NAME,
    CLASS_AND_METHOD_NAME
  }

  /** Copies the collections. */
  public RouteSpec {
    parts = List.copyOf(parts);
    verbs = Map.copyOf(verbs);
  }

  /** The pieces that are written at a place. */
  public List<RoutePart> at(Place place) {
    return parts.stream().filter(part -> part.place() == place).toList();
  }
}
