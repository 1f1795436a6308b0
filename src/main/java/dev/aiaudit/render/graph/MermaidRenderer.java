package dev.aiaudit.render.graph;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Renderer;
import dev.aiaudit.render.graph.Graph.Edge;
import dev.aiaudit.render.graph.Graph.Layer;
import dev.aiaudit.render.graph.Graph.Node;
import java.io.IOException;

/**
 * A Mermaid flowchart, which GitHub and GitLab draw in Markdown. Dotted arrows are calls that
 * nobody waits for.
 */
public final class MermaidRenderer implements Renderer {
  /** Mermaid draws at most 500 edges, and nobody reads that many. */
  private static final int LIMIT = 40;

  private static final int MAX_EDGES = 400;
  private static final int MAX_LABEL = 60;
  private final GraphScope scope;

  /** Draws the part of the system that is in scope. */
  public MermaidRenderer(GraphScope scope) {
    this.scope = scope;
  }

  @Override
  public void render(Report report, Appendable out) throws IOException {
    Graph graph = GraphBuilder.of(report, scope, LIMIT);
    StringBuilder text = new StringBuilder("flowchart LR\n");
    for (Layer layer : Layer.values()) {
      text.append("  subgraph ").append(layer.name()).append("[\"").append(layer.title());
      text.append("\"]\n");
      graph.layer(layer).forEach(node -> node(node, text));
      text.append("  end\n");
    }
    graph.edges().stream().limit(MAX_EDGES).forEach(edge -> edge(edge, text));
    if (graph.edges().size() > MAX_EDGES) {
      text.append("  %% ").append(graph.edges().size() - MAX_EDGES).append(" more edges\n");
    }
    text.append("  classDef fails fill:#fde2e1,stroke:#b3261e,color:#410e0b\n");
    text.append("  classDef degrades fill:#fff0cc,stroke:#8a6100,color:#3a2900\n");
    text.append("  classDef survives fill:#dcf3e0,stroke:#1b6e33,color:#06210f\n");
    text.append("  classDef unknown fill:#ececec,stroke:#5f6368,color:#202124\n");
    out.append(text);
  }

  private static void node(Node node, StringBuilder text) {
    String shape = node.layer() == Layer.ENTRIES ? "([\"%\"])" : "[\"%\"]";
    int hole = shape.indexOf('%');
    String detail = node.detail().isEmpty() ? "" : "<br/>" + label(node.detail());
    text.append("    ").append(node.id()).append(shape, 0, hole);
    text.append(label(node.label())).append(detail).append(shape, hole + 1, shape.length());
    text.append(node.tone() == Tone.NEUTRAL ? "" : ":::" + node.tone().word()).append('\n');
  }

  private static void edge(Edge edge, StringBuilder text) {
    String arrow = edge.waits() ? " --> " : " -.-> ";
    String label = edge.label().isEmpty() ? "" : "|\"" + label(edge.label()) + "\"| ";
    text.append("  ").append(edge.from()).append(arrow).append(label).append(edge.to());
    text.append('\n');
  }

  private static String label(String text) {
    return Escape.mermaidLabel(Escape.cap(Redact.secrets(text), MAX_LABEL));
  }
}
