package dev.aiaudit.trace.entry;

import java.util.ArrayList;
import java.util.List;

/**
 * A verb and a path, as a handler takes them or a client sends them.
 *
 * @param verb in capitals; empty for any
 * @param segments parts of the path, variables as {@code {}}
 * @param open whether something that is not known stands before the segments
 */
record HttpRoute(String verb, List<String> segments, boolean open) {
  /** After something unknown so many known parts have to be the same. */
  private static final int ENOUGH = 2;

  HttpRoute {
    segments = List.copyOf(segments);
  }

  /** Reads a path as it is written, without query; placeholders in it are unknown parts. */
  static HttpRoute of(String verb, String path) {
    String plain =
        path.replaceAll("\\{[?&][^{}]*}", "")
            .replaceFirst("(?<!\\{)\\?.*", "")
            .replaceAll("(?<!\\$)\\{[^{}]*}", "{}");
    List<String> parts = new ArrayList<>();
    boolean open = false;
    for (String part : plain.split("/")) {
      if (part.contains("${") || part.contains("#{")) {
        parts.clear();
        open = true;
      } else if (!part.isBlank()) {
        parts.add(part.startsWith(":") ? "{}" : part);
      }
    }
    return new HttpRoute(verb, parts, open);
  }

  /** The route of a path such as {@code GET /orders}. */
  HttpRoute withVerbFromPath() {
    return segments.isEmpty()
        ? this
        : new HttpRoute(segments.get(0).strip(), segments.subList(1, segments.size()), open);
  }

  /** The same route below another path. */
  HttpRoute under(String prefix) {
    if (open) {
      return this;
    }
    HttpRoute before = of(verb, prefix);
    List<String> all = new ArrayList<>(before.segments);
    all.addAll(segments);
    return new HttpRoute(verb, all, before.open);
  }

  /** Whether a request of one route arrives at the other, as far as both are known. */
  boolean meets(HttpRoute other) {
    boolean sameVerb = verb.isEmpty() || other.verb.isEmpty() || verb.equals(other.verb);
    if (!sameVerb || !open && !other.open) {
      return sameVerb && segments.equals(other.segments);
    }
    int count = Math.min(segments.size(), other.segments.size());
    boolean longEnough =
        (open || count == segments.size()) && (other.open || count == other.size());
    return longEnough
        && last(count).equals(other.last(count))
        && last(count).stream().filter(s -> !s.equals("{}")).count() >= ENOUGH;
  }

  private int size() {
    return segments.size();
  }

  private List<String> last(int count) {
    return segments.subList(segments.size() - count, segments.size());
  }
}
