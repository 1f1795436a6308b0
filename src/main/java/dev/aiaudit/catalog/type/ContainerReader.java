package dev.aiaudit.catalog.type;

import dev.aiaudit.catalog.data.DataNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads one container from its node. */
final class ContainerReader {
  private static final Set<String> KEYS =
      Set.of(
          "types",
          "returns",
          "gives",
          "givesSecond",
          "elements",
          "factories",
          "projections",
          "self",
          "maps",
          "flatMaps",
          "fluent",
          "element");

  private ContainerReader() {}

  static Container read(DataNode node) {
    node.allowOnly(KEYS);
    return new Container(
        node.texts("types"),
        positions(node, "returns"),
        positions(node, "gives"),
        positions(node, "givesSecond"),
        texts(node, "elements"),
        texts(node, "factories"),
        texts(node, "projections"),
        Set.copyOf(node.texts("self")),
        Set.copyOf(node.texts("maps")),
        Set.copyOf(node.texts("flatMaps")),
        node.flag("fluent"),
        node.find("element")
            .map(value -> OptionalInt.of(value.integer()))
            .orElse(OptionalInt.empty()));
  }

  private static Map<String, Integer> positions(DataNode node, String key) {
    Map<String, Integer> found = new LinkedHashMap<>();
    node.entries(key).forEach((method, value) -> found.put(method, value.integer()));
    return found;
  }

  private static Map<String, String> texts(DataNode node, String key) {
    Map<String, String> found = new LinkedHashMap<>();
    node.entries(key).forEach((method, value) -> found.put(method, value.text()));
    return found;
  }
}
