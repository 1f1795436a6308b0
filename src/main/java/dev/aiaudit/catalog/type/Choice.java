package dev.aiaudit.catalog.type;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.model.Closest;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads enum constants that data spells in lower case with hyphens. */
public final class Choice {
  private Choice() {}

  /**
   * The constant that a text node names.
   *
   * @throws dev.aiaudit.catalog.data.DataException when the enum has no such constant
   */
  public static <E extends Enum<E>> E of(Class<E> type, DataNode node) {
    String name = node.text().toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    List<String> words = words(type);
    throw node.fault(
        "'"
            + node.text()
            + "' is none of "
            + String.join(", ", words)
            + Closest.question(node.text(), words));
  }

  /** The constants that a key lists; none when the key is absent. */
  public static <E extends Enum<E>> Set<E> setOf(Class<E> type, DataNode node, String key) {
    Set<E> found = EnumSet.noneOf(type);
    node.items(key).forEach(item -> found.add(of(type, item)));
    return Set.copyOf(found);
  }

  private static <E extends Enum<E>> List<String> words(Class<E> type) {
    return EnumSet.allOf(type).stream()
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
