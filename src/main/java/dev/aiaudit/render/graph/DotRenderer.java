package dev.aiaudit.render.graph;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Renderer;
import dev.aiaudit.render.graph.Graph.Edge;
import dev.aiaudit.render.graph.Graph.Layer;
import dev.aiaudit.render.graph.Graph.Node;
import java.io.IOException;

/** A Graphviz digraph from left to right. Dashed arrows are calls that nobody waits for. */
public final class DotRenderer implements Renderer {
  private static final int LIMIT = 80;
  private static final int MAX_LABEL = 80;
  private final GraphScope scope;

  /** Draws the part of the system that is in scope. */
  public DotRenderer(GraphScope scope) {
    this.scope = scope;
  }

  @Override
  public void render(Report report, Appendable out) throws IOException {
    Graph graph = GraphBuilder.of(report, scope, LIMIT);
    StringBuilder text = new StringBuilder("digraph \"ai-audit\" {\n  rankdir=LR;\n");
    text.append("  node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\"];\n");
    for (Layer layer : Layer.values()) {
      text.append("  subgraph \"cluster_").append(layer.name()).append("\" {\n");
      text.append("    label=\"").append(layer.title()).append("\";\n");
      graph.layer(layer).forEach(node -> node(node, text));
      text.append("  }\n");
    }
    graph.edges().forEach(edge -> edge(edge, text));
    out.append(Escape.lineStartGuard(text.append("}\n").toString()));
  }

  private static void node(Node node, StringBuilder text) {
    String detail = node.detail().isEmpty() ? "" : "\\n" + label(node.detail());
    text.append("    ").append(node.id()).append(" [label=\"").append(label(node.label()));
    text.append(detail).append("\", fillcolor=\"").append(fill(node.tone())).append("\"];\n");
  }

  private static void edge(Edge edge, StringBuilder text) {
    text.append("  ").append(edge.from()).append(" -> ").append(edge.to()).append(" [label=\"");
    text.append(label(edge.label())).append("\", style=").append(edge.waits() ? "solid" : "dashed");
    text.append("];\n");
  }

  private static String fill(Tone tone) {
    return switch (tone) {
      case FAILS -> "#fde2e1";
      case DEGRADES -> "#fff0cc";
      case SURVIVES -> "#dcf3e0";
      case UNKNOWN -> "#ececec";
      case NEUTRAL -> "#ffffff";
    };
  }

  private static String label(String text) {
    return Escape.dotLabel(Escape.cap(Redact.secrets(text), MAX_LABEL));
  }
}
