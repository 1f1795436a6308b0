package dev.aiaudit.render.graph;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Markup;
import dev.aiaudit.render.Renderer;
import dev.aiaudit.render.graph.Graph.Edge;
import dev.aiaudit.render.graph.Graph.Layer;
import dev.aiaudit.render.graph.Graph.Node;
import dev.aiaudit.terminal.Columns;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The graph as SVG in three columns. Text and boxes have fixed sizes, so that nothing depends on
 * fonts being measured; what does not fit is cut, and the whole of it is the tooltip.
 */
public final class SvgRenderer implements Renderer {
  /** More boxes than this in a column are grouped. */
  public static final int LIMIT = 40;

  private static final int BOX_WIDTH = 282;
  private static final int BOX_HEIGHT = 38;
  private static final int ROW = 48;
  private static final int COLUMN = 420;
  private static final int TOP = 40;
  private static final int EDGE = 8;
  private static final int MAX_LABEL = 33;
  private static final int MAX_DETAIL = 40;

  private final GraphScope scope;

  /** Draws the part of the system that is in scope. */
  public SvgRenderer(GraphScope scope) {
    this.scope = scope;
  }

  @Override
  public void render(Report report, Appendable out) throws IOException {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    StringBuilder text = new StringBuilder();
    draw(GraphBuilder.of(report, scope, LIMIT), SvgStyle.STANDALONE, text);
    out.append(text);
  }

  /**
   * Appends the {@code svg} element.
   *
   * @param style CSS for a picture that stands alone; empty text inside a page that has it
   */
  public static void draw(Graph graph, String style, StringBuilder out) {
    int rows = 1;
    for (Layer layer : Layer.values()) {
      rows = Math.max(rows, graph.layer(layer).size());
    }
    int width = 2 * COLUMN + BOX_WIDTH + 2 * EDGE;
    int height = TOP + rows * ROW + EDGE;
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" role=\"img\" viewBox=\"0 0 ");
    out.append(width).append(' ').append(height).append("\" width=\"").append(width);
    out.append("\" height=\"").append(height).append("\">\n");
    out.append("<title>Which entry points depend on which providers</title>\n");
    if (!style.isEmpty()) {
      out.append("<style>").append(style).append("</style>\n");
    }
    Map<String, int[]> places = new HashMap<>();
    for (Layer layer : Layer.values()) {
      List<Node> nodes = graph.layer(layer);
      int x = EDGE + layer.ordinal() * COLUMN;
      int gap = rows * ROW / Math.max(1, nodes.size());
      for (int i = 0; i < nodes.size(); i++) {
        int y = TOP + i * gap + (gap - ROW) / 2;
        places.put(nodes.get(i).id(), new int[] {x, y});
      }
      heading(layer, nodes.size(), x, out);
    }
    graph.edges().forEach(edge -> edge(edge, places, out));
    graph.nodes().forEach(node -> node(node, places, out));
    out.append("</svg>\n");
  }

  private static void heading(Layer layer, int boxes, int x, StringBuilder out) {
    out.append("<text class=\"column\" x=\"").append(x).append("\" y=\"22\">");
    out.append(layer.title()).append(boxes == 0 ? ": none" : "").append("</text>\n");
  }

  private static void edge(Edge edge, Map<String, int[]> places, StringBuilder out) {
    int[] from = places.getOrDefault(edge.from(), new int[2]);
    int[] to = places.getOrDefault(edge.to(), new int[2]);
    int x1 = from[0] + BOX_WIDTH;
    int y1 = from[1] + BOX_HEIGHT / 2;
    int y2 = to[1] + BOX_HEIGHT / 2;
    int bend = (to[0] - x1) / 2;
    out.append("<path class=\"edge ").append(edge.tone().word());
    out.append(edge.waits() ? "" : " loose").append("\" d=\"M").append(x1).append(' ').append(y1);
    out.append(" C").append(x1 + bend).append(' ').append(y1).append(' ').append(to[0] - bend);
    out.append(' ').append(y2).append(' ').append(to[0] - 2).append(' ').append(y2).append("\">");
    String waits = edge.waits() ? "somebody waits" : "the caller does not wait";
    String label = edge.label().isEmpty() ? waits : edge.label() + ", " + waits;
    out.append("<title>").append(Markup.text(label)).append("</title></path>\n");
  }

  private static void node(Node node, Map<String, int[]> places, StringBuilder out) {
    int[] at = places.getOrDefault(node.id(), new int[2]);
    out.append("<g class=\"node ").append(node.tone().word()).append("\"><title>");
    out.append(Markup.text(node.label() + ": " + node.detail())).append("</title><rect x=\"");
    out.append(at[0]).append("\" y=\"").append(at[1]).append("\" width=\"").append(BOX_WIDTH);
    out.append("\" height=\"").append(BOX_HEIGHT).append("\" rx=\"6\"/>");
    line("label", node.label(), MAX_LABEL, at[0], at[1] + 16, out);
    line("detail", node.detail(), MAX_DETAIL, at[0], at[1] + 31, out);
    out.append("</g>\n");
  }

  /** Routes of one application begin alike, so what is cut out is the middle. */
  private static String shortened(String words, int most) {
    if (Columns.width(words) <= most) {
      return words;
    }
    String start = Columns.cut(words, most / 2, "…");
    int end = words.length();
    int room = most - Columns.width(start);
    while (end > 0 && Columns.width(words.codePointBefore(end)) <= room) {
      int last = words.codePointBefore(end);
      room -= Columns.width(last);
      end -= Character.charCount(last);
    }
    return start + words.substring(end);
  }

  private static void line(String style, String words, int most, int x, int y, StringBuilder out) {
    out.append("<text class=\"").append(style).append("\" x=\"").append(x + 10).append("\" y=\"");
    out.append(y)
        .append("\">")
        .append(Markup.text(shortened(Escape.terminal(Redact.secrets(words)), most)))
        .append("</text>");
  }
}
