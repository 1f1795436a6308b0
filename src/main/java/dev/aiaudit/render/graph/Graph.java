package dev.aiaudit.render.graph;

import java.util.List;

/**
 * A layered graph; edges go from a layer to the next one.
 *
 * @param nodes by layer, within a layer in the order in which they are drawn
 * @param edges in a fixed order
 */
public record Graph(List<Node> nodes, List<Edge> edges) {

  /** Copies the lists. */
  public Graph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** The columns of the picture. */
  public enum Layer {
    ENTRIES("Entry points"),
    CLASSES("Calls made in"),
    PROVIDERS("Providers");

    private final String title;

    Layer(String title) {
      this.title = title;
    }

    /** The heading of the column. */
    public String title() {
      return title;
    }
  }

  /**
   * A box.
   *
   * @param id generated: a letter and a number
   * @param label as the scanned tree wrote it, not escaped
   * @param detail a few words of ours, or empty text
   */
  public record Node(String id, Layer layer, String label, String detail, Tone tone) {}

  /**
   * An arrow.
   *
   * @param from id of a node
   * @param to id of a node in the next layer
   * @param label a few words, or empty text
   * @param waits whether somebody waits for what is called
   */
  public record Edge(String from, String to, String label, boolean waits, Tone tone) {}

  /** The nodes of one layer. */
  public List<Node> layer(Layer layer) {
    return nodes.stream().filter(node -> node.layer() == layer).toList();
  }
}
