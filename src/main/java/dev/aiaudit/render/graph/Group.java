package dev.aiaudit.render.graph;

import dev.aiaudit.render.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Puts names into as many boxes as a reader can take in: one box for each while there are few, then
 * one for each class, one for each package, and last the biggest ones and one for all the others.
 */
final class Group {
  private static final String OTHERS = "others";
  private static final int MAX_NAME = 26;

  private Group() {}

  /**
   * Names the box of each item.
   *
   * @param methods item id to {@code package.Class.method} or {@code package.Class}
   * @param limit most boxes
   * @return item id to the name of its box; an item alone keeps its own id
   */
  static Map<String, String> of(Map<String, String> methods, int limit) {
    List<UnaryOperator<String>> keys =
        List.of(Group::owner, m -> owner(owner(m)), m -> owner(owner(owner(m))));
    Map<String, String> boxes = new LinkedHashMap<>();
    methods.keySet().forEach(id -> boxes.put(id, id));
    for (UnaryOperator<String> key : keys) {
      if (distinct(boxes) <= limit) {
        return boxes;
      }
      methods.forEach((id, method) -> boxes.put(id, key.apply(method)));
    }
    return distinct(boxes) <= limit ? boxes : biggest(boxes, limit);
  }

  /**
   * What a box of several items says, with their exact number.
   *
   * @param box its name: a class, a package, or that of the rest
   * @param methods the names of the items; those of other packages came in because they depend on
   *     the same things
   */
  static String label(String box, List<String> methods) {
    if (box.equals(OTHERS)) {
      return methods.size() + " others";
    }
    int inside = (int) methods.stream().filter(method -> method.startsWith(box + ".")).count();
    String name = inside == 0 ? shortened(box) : shortened(box) + " (" + inside + ")";
    return name + others(methods.size() - inside);
  }

  /** {@code and 3 others}; empty text for none. */
  static String others(int number) {
    return number == 0 ? "" : " and " + number + (number == 1 ? " other" : " others");
  }

  /** The end of a long package name tells more than its beginning. */
  private static String shortened(String box) {
    String name = Phrases.shortName(box);
    int from = 0;
    while (name.length() - from > MAX_NAME && name.indexOf('.', from) >= 0) {
      from = name.indexOf('.', from) + 1;
    }
    return from == 0 ? name : "…" + name.substring(from);
  }

  private static Map<String, String> biggest(Map<String, String> boxes, int limit) {
    Map<String, Integer> sizes = new TreeMap<>();
    boxes.values().forEach(box -> sizes.merge(box, 1, Integer::sum));
    List<String> order = new ArrayList<>(sizes.keySet());
    order.sort(Comparator.comparing((String box) -> -size(sizes, box)).thenComparing(b -> b));
    List<String> kept = order.subList(0, limit - 1);
    Map<String, String> out = new LinkedHashMap<>(boxes);
    out.replaceAll((id, box) -> kept.contains(box) ? box : OTHERS);
    return out;
  }

  private static int size(Map<String, Integer> sizes, String box) {
    return sizes.getOrDefault(box, 0);
  }

  private static long distinct(Map<String, String> boxes) {
    return new HashMap<>(boxes).values().stream().distinct().count();
  }

  private static String owner(String name) {
    int paren = name.indexOf('(');
    String plain = paren < 0 ? name : name.substring(0, paren);
    int dot = plain.lastIndexOf('.');
    return dot <= 0 ? plain : plain.substring(0, dot);
  }
}
