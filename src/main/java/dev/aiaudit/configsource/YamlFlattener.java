package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Leaf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Turns a node graph into leaves; aliases and merge keys are followed within a budget. */
final class YamlFlattener {

  private static final int MAX_VISITS = 200_000;

  private final int linesBefore;
  private final List<Leaf> leaves = new ArrayList<>();
  private final Map<Integer, String> problems = new TreeMap<>();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int visits;

  YamlFlattener(int linesBefore) {
    this.linesBefore = linesBefore;
  }

  List<Leaf> flatten(Node root) {
    visit(root, List.of(), root);
    return leaves;
  }

  /** What is odd, by line. */
  Map<Integer, String> problems() {
    return problems;
  }

  private void visit(Node node, List<String> path, Node key) {
    if (++visits > MAX_VISITS) {
      problems.put(line(key), "too many aliases; the rest of the document is left out");
      return;
    }
    if (node instanceof ScalarNode scalar) {
      leaf(scalar, path, key);
    } else if (open.add(node)) {
      if (node instanceof MappingNode mapping) {
        mapping(mapping, path, new HashSet<>());
      } else if (node instanceof SequenceNode sequence) {
        sequence(sequence, path);
      }
      open.remove(node);
    }
  }

  private void leaf(ScalarNode scalar, List<String> path, Node key) {
    if (!path.isEmpty()) {
      int column = key.getStartMark().getColumn() + 1;
      String value = YamlText.restored(scalar.getValue());
      leaves.add(new Leaf(path, value, line(key), column));
    }
  }

  private void sequence(SequenceNode sequence, List<String> path) {
    int index = 0;
    for (Node element : sequence.getValue()) {
      visit(element, with(path, "[" + index++ + "]"), element);
    }
  }

  private void mapping(MappingNode mapping, List<String> path, Set<String> present) {
    List<Node> merged = new ArrayList<>();
    Map<String, NodeTuple> last = new java.util.LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key =
          tuple.getKeyNode() instanceof ScalarNode s ? YamlText.restored(s.getValue()) : "?";
      if (key.equals("<<")) {
        merged.add(tuple.getValueNode());
      } else if (last.put(key, tuple) != null) {
        problems.put(line(tuple.getKeyNode()), "key occurs twice; the last one counts");
      }
    }
    last.forEach(
        (key, tuple) -> {
          if (present.add(key)) {
            visit(tuple.getValueNode(), with(path, key), tuple.getKeyNode());
          }
        });
    merged.forEach(node -> merge(node, path, present));
  }

  private void merge(Node node, List<String> path, Set<String> present) {
    if (++visits > MAX_VISITS || !open.add(node)) {
      return;
    }
    if (node instanceof MappingNode mapping) {
      mapping(mapping, path, present);
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(element -> merge(element, path, present));
    }
    open.remove(node);
  }

  private int line(Node node) {
    return node.getStartMark().getLine() + 1 + linesBefore;
  }

  private static List<String> with(List<String> path, String segment) {
    List<String> longer = new ArrayList<>(path.size() + 1);
    longer.addAll(path);
    longer.add(segment);
    return List.copyOf(longer);
  }
}
