package dev.aiaudit.render.graph;

import dev.aiaudit.render.graph.Graph.Edge;
import dev.aiaudit.render.graph.Graph.Layer;
import dev.aiaudit.render.graph.Graph.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders the boxes of each column so that few arrows cross: each box goes to the mean position of
 * its neighbours, right to left and back. Ties keep the order they had, so the result is always the
 * same.
 */
final class Ordering {
  private static final int SWEEPS = 4;

  private Ordering() {}

  static Graph apply(Graph graph) {
    Map<Layer, List<Node>> layers = new HashMap<>();
    for (Layer layer : Layer.values()) {
      layers.put(layer, new ArrayList<>(graph.layer(layer)));
    }
    Map<String, List<String>> left = new HashMap<>();
    Map<String, List<String>> right = new HashMap<>();
    for (Edge edge : graph.edges()) {
      right.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge.to());
      left.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge.from());
    }
    for (int i = 0; i < SWEEPS; i++) {
      sort(layers, Layer.CLASSES, Layer.PROVIDERS, right);
      sort(layers, Layer.ENTRIES, Layer.CLASSES, right);
      sort(layers, Layer.CLASSES, Layer.ENTRIES, left);
      sort(layers, Layer.PROVIDERS, Layer.CLASSES, left);
    }
    List<Node> nodes = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      nodes.addAll(layers.getOrDefault(layer, List.of()));
    }
    return new Graph(nodes, graph.edges());
  }

  private static void sort(
      Map<Layer, List<Node>> layers,
      Layer sorted,
      Layer fixed,
      Map<String, List<String>> neighbours) {
    Map<String, Integer> positions = new HashMap<>();
    List<Node> other = layers.getOrDefault(fixed, List.of());
    for (int i = 0; i < other.size(); i++) {
      positions.put(other.get(i).id(), i);
    }
    Map<String, Double> means = new HashMap<>();
    List<Node> own = layers.getOrDefault(sorted, List.of());
    for (Node node : own) {
      double mean =
          neighbours.getOrDefault(node.id(), List.of()).stream()
              .mapToInt(id -> positions.getOrDefault(id, 0))
              .average()
              .orElse(Double.MAX_VALUE);
      means.put(node.id(), mean);
    }
    own.sort(Comparator.comparing(node -> means.getOrDefault(node.id(), 0.0)));
  }
}
