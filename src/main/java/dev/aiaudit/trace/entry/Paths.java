package dev.aiaudit.trace.entry;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes paths and requests. */
final class Paths {
  private static final int SHOWN = 3;

  private Paths() {}

  /** The pieces joined by one slash each, with a slash in front. */
  static String join(String... pieces) {
    String path =
        Stream.of(pieces)
            .map(piece -> piece.strip().replaceFirst("^/+", "").replaceFirst("/+$", ""))
            .filter(piece -> !piece.isEmpty())
            .collect(Collectors.joining("/"));
    return "/" + path;
  }

  /** {@code POST /orders/{id}}, {@code GET|HEAD /a|/b}. */
  static String request(List<String> verbs, List<String> paths) {
    return verbs.isEmpty() ? alternatives(paths) : alternatives(verbs) + " " + alternatives(paths);
  }

  /** {@code a|b|c}, and how many more. */
  static String alternatives(List<String> all) {
    return counted(all, "|");
  }

  /** The first few, and how many more. */
  static String counted(List<String> all, String separator) {
    String shown = all.stream().limit(SHOWN).collect(Collectors.joining(separator));
    return all.size() > SHOWN ? shown + " (+" + (all.size() - SHOWN) + ")" : shown;
  }
}
