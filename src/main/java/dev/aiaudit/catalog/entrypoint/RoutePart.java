package dev.aiaudit.catalog.entrypoint;

import java.util.List;
import java.util.Optional;

/**
 * Where one piece of a route is written. In data {@code value|path} for members of the annotation
 * that selects the entry, {@code some.Annotation(value|path)} for another one.
 *
 * @param place what carries the annotation
 * @param annotation fully qualified; empty means the annotation that selects the entry
 * @param members its members, the first one that is present counts
 */
public record RoutePart(Place place, Optional<String> annotation, List<String> members) {

  /** What carries the annotation. */
  public enum Place {
    METHOD,
    CLASS,
    PARAMETER,
    APPLICATION
  }

  /** Copies the members. */
  public RoutePart {
    members = List.copyOf(members);
  }

  /** Reads the written form. */
  public static RoutePart of(Place place, String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return new RoutePart(place, Optional.empty(), List.of(text.split("\\|")));
    }
    String members = text.substring(open + 1, text.indexOf(')'));
    return new RoutePart(
        place, Optional.of(text.substring(0, open)), List.of(members.split("\\|")));
  }
}
