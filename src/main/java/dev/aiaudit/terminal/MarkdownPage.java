package dev.aiaudit.terminal;

import dev.aiaudit.escape.Escape;

/**
 * Shows a Markdown page of ours on a terminal: headings and bold text bold, code indented and as it
 * is, paragraphs wrapped. It understands what our pages use, not all of Markdown.
 *
 * @param style colours
 * @param width columns
 */
public record MarkdownPage(Style style, int width) {
  private static final String INDENT = "    ";

  /**
   * The page as text, each line ended by a line feed.
   *
   * @param markdown with line feeds
   */
  public String render(String markdown) {
    StringBuilder out = new StringBuilder();
    StringBuilder paragraph = new StringBuilder();
    boolean code = false;
    for (String line : markdown.strip().split("\n", -1)) {
      if (line.startsWith("```")) {
        flush(paragraph, out);
        code = !code;
      } else if (code) {
        out.append((INDENT + Escape.terminal(line)).stripTrailing()).append('\n');
      } else if (line.startsWith("#")) {
        flush(paragraph, out);
        String heading = line.replaceFirst("^#+ *", "");
        out.append(style.bold(Escape.terminal(heading))).append('\n');
      } else if (line.isBlank()) {
        flush(paragraph, out);
        out.append('\n');
      } else {
        if (startsBlock(line)) {
          flush(paragraph, out);
        }
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
      }
    }
    flush(paragraph, out);
    return out.toString();
  }

  private static boolean startsBlock(String line) {
    return line.startsWith("- ") || line.startsWith("* ") || line.startsWith("|");
  }

  private void flush(StringBuilder paragraph, StringBuilder out) {
    if (paragraph.isEmpty()) {
      return;
    }
    String text = Escape.terminal(paragraph.toString());
    String hanging = startsBlock(text) ? "  " : "";
    String block = String.join("\n" + hanging, Columns.wrap(text, width - hanging.length()));
    // Marks are resolved after wrapping, so that colours do not disturb the widths.
    out.append(paint(paint(block, "**", true), "`", false)).append('\n');
    paragraph.setLength(0);
  }

  private String paint(String text, String mark, boolean bold) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (true) {
      int open = text.indexOf(mark, at);
      int close = open < 0 ? -1 : text.indexOf(mark, open + mark.length());
      if (close < 0) {
        return out.append(text, at, text.length()).toString();
      }
      String inner = text.substring(open + mark.length(), close);
      out.append(text, at, open).append(bold ? style.bold(inner) : style.place(inner));
      at = close + mark.length();
    }
  }
}
