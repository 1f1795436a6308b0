package dev.aiaudit.settings;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.model.EntryKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code entry-points:}, the methods that a framework of the team's own calls, into patterns
 * of the catalogue.
 */
final class EntryPointReader {
  private static final Set<String> KEYS = Set.of("annotation", "type", "methods", "kind", "waits");
  private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
  private static final String QUALIFIED = NAME + "(\\." + NAME + ")+";
  private static final String METHOD = "[\\p{L}\\p{N}_$*]+(/\\d{1,3})?";

  private EntryPointReader() {}

  static List<DataNode> read(List<DataNode> nodes) {
    List<DataNode> patterns = new ArrayList<>();
    for (DataNode node : nodes) {
      patterns.add(pattern(node, patterns.size() + 1));
    }
    return patterns;
  }

  private static DataNode pattern(DataNode node, int number) {
    node.allowOnly(KEYS);
    boolean annotated = node.find("annotation").isPresent();
    if (annotated == node.find("type").isPresent()) {
      throw node.fault(
          "say how they are found: either annotation: com.acme.Exposed, or type: com.acme.Handler"
              + " and methods: [handle]");
    }
    EntryKind kind = Values.constant(node.get("kind"), EntryKind.values());
    Map<String, DataNode> pattern = new LinkedHashMap<>();
    pattern.put("id", text(node, "settings." + number));
    pattern.put("kind", text(node, kind.word()));
    boolean waits = node.find("waits").map(DataNode::flag).orElse(kind.waits());
    pattern.put("waits", text(node, String.valueOf(waits)));
    if (annotated) {
      annotation(node, pattern);
    } else {
      type(node, pattern);
    }
    return DataNode.map(node.path(), pattern);
  }

  private static void annotation(DataNode node, Map<String, DataNode> pattern) {
    node.find("methods")
        .ifPresent(
            methods -> {
              throw methods.keyFault("an annotation says itself which methods are meant");
            });
    pattern.put("select", text(node, "annotated-method"));
    pattern.put("classToo", text(node, "true"));
    pattern.put("annotations", names(node.get("annotation")));
  }

  private static void type(DataNode node, Map<String, DataNode> pattern) {
    pattern.put("select", text(node, "supertype-methods"));
    pattern.put("typeToo", text(node, "true"));
    pattern.put("supertypes", names(node.get("type")));
    DataNode methods = node.get("methods");
    for (DataNode method : methods.items()) {
      if (!method.text().matches(METHOD)) {
        throw method.fault("'" + method.text() + "' is no method such as handle, on* or handle/2");
      }
    }
    pattern.put("methods", DataNode.list(methods.path(), methods.items()));
  }

  private static DataNode names(DataNode node) {
    for (DataNode name : node.items()) {
      if (!name.text().matches(QUALIFIED)) {
        throw name.fault("'" + name.text() + "' is no full name such as com.acme.Exposed");
      }
    }
    return DataNode.list(node.path(), node.items());
  }

  private static DataNode text(DataNode node, String value) {
    return DataNode.text(node.path(), value);
  }
}
