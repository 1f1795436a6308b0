package dev.aiaudit.render.graph;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which box each entry point and each calling class is drawn in. Names are grouped until a column
 * has few boxes; then, while there are more arrows than an eye can follow, boxes that depend on the
 * same things become one.
 *
 * @param entries entry point id to the name of its box
 * @param owners class that makes calls to the name of its box
 */
record Boxes(Map<String, String> entries, Map<String, String> owners) {
  /** Arrows between entry points and classes that can still be told apart. */
  static final int MAX_ARROWS = 80;

  /**
   * What a box depends on, or who depends on it.
   *
   * @param entry entry point id
   * @param owner class that makes the call
   * @param look how its arrow is drawn
   */
  record Link(String entry, String owner, String look) {}

  /**
   * Chooses boxes.
   *
   * @param entries entry point id to its method
   * @param owners class that makes calls to the providers it calls
   * @param limit most boxes in a column
   */
  static Boxes of(
      Map<String, String> entries, Map<String, Set<String>> owners, List<Link> links, int limit) {
    Map<String, String> names = new TreeMap<>();
    owners.keySet().forEach(owner -> names.put(owner, owner + ".call"));
    Boxes boxes = new Boxes(Group.of(entries, limit), Group.of(names, limit));
    boxes = boxes.tangled(links) ? boxes.ownersAlike(owners, links) : boxes;
    boxes = boxes.tangled(links) ? boxes.entriesAlike(links) : boxes;
    boxes = boxes.tangled(links) ? boxes.ownersAlike(owners, List.of()) : boxes;
    return boxes.tangled(links) ? boxes.entriesAlike(links) : boxes;
  }

  private boolean tangled(List<Link> links) {
    Set<List<String>> arrows = new HashSet<>();
    for (Link link : links) {
      arrows.add(List.of(entryBox(link), ownerBox(link)));
    }
    return arrows.size() > MAX_ARROWS;
  }

  private String entryBox(Link link) {
    return entries.getOrDefault(link.entry(), link.entry());
  }

  private String ownerBox(Link link) {
    return owners.getOrDefault(link.owner(), link.owner());
  }

  /** Classes that call the same providers for the same entry points. */
  private Boxes ownersAlike(Map<String, Set<String>> providers, List<Link> links) {
    Map<String, Set<String>> needs = new TreeMap<>();
    providers.forEach(
        (owner, ids) ->
            needs
                .computeIfAbsent(owners.getOrDefault(owner, owner), o -> new TreeSet<>())
                .addAll(ids));
    links.forEach(l -> add(needs, ownerBox(l), "entry " + entryBox(l) + " " + l.look()));
    return new Boxes(entries, merged(owners, needs::get));
  }

  /** Entry points that reach the same classes. */
  private Boxes entriesAlike(List<Link> links) {
    Map<String, Set<String>> needs = new TreeMap<>();
    links.forEach(l -> add(needs, entryBox(l), ownerBox(l) + " " + l.look()));
    return new Boxes(merged(entries, needs::get), owners);
  }

  private static void add(Map<String, Set<String>> sets, String key, String value) {
    sets.computeIfAbsent(key, k -> new TreeSet<>()).add(value);
  }

  /** Gives boxes with the same needs the name of the first of them. */
  private static Map<String, String> merged(
      Map<String, String> boxes, Function<String, Set<String>> needs) {
    Map<Set<String>, String> first = new LinkedHashMap<>();
    Map<String, String> out = new LinkedHashMap<>();
    boxes.forEach(
        (item, box) -> {
          Set<String> key = needs.apply(box);
          out.put(item, key == null ? box : first.computeIfAbsent(key, k -> box));
        });
    return out;
  }
}
