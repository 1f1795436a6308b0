package dev.aiaudit.runbook;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.model.Location;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes Markdown. Arguments named {@code markdown} are ours, made of {@link #text}, {@link #code}
 * and literals; nothing from the scanned tree gets in any other way.
 */
final class MarkdownPage {
  private static final int LONGEST = 300;
  private static final String PLAIN = "-._~/";
  private final StringBuilder out = new StringBuilder();
  private final String toRoot;

  /** {@code toRoot} leads from the page's folder to the scanned root; empty text: no links. */
  MarkdownPage(String toRoot) {
    this.toRoot = toRoot;
  }

  static String text(String data) {
    return Escape.markdownText(Escape.cap(data, LONGEST));
  }

  static String code(String data) {
    return Escape.markdownTableCode(Escape.cap(data, LONGEST));
  }

  /** {@code Type.java:12} as a link to the line. */
  String place(Location location) {
    String file = location.file();
    String name = file.substring(file.lastIndexOf('/') + 1) + ":" + location.startLine();
    return toRoot.isEmpty()
        ? code(location.toString())
        : "[" + code(name) + "](" + toRoot + path(file) + "#L" + location.startLine() + ")";
  }

  void heading(String title) {
    out.append("## ").append(title).append("\n\n");
  }

  void small(String title) {
    out.append("### ").append(title).append("\n\n");
  }

  void paragraph(String markdown) {
    out.append(markdown).append("\n\n");
  }

  void bullets(List<String> markdown) {
    markdown.forEach(item -> out.append("- ").append(item).append('\n'));
    out.append(markdown.isEmpty() ? "" : "\n");
  }

  void steps(List<String> markdown) {
    for (int i = 0; i < markdown.size(); i++) {
      out.append(i + 1).append(". ").append(markdown.get(i)).append('\n');
    }
    out.append(markdown.isEmpty() ? "" : "\n");
  }

  void table(List<String> heads, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    row(heads);
    out.append("|").append("---|".repeat(heads.size())).append('\n');
    rows.forEach(this::row);
    out.append('\n');
  }

  private void row(List<String> cells) {
    cells.forEach(cell -> out.append("| ").append(cell.isEmpty() ? " " : cell).append(' '));
    out.append("|\n");
  }

  /** {@code lines} must be ours: no text of the scanned tree beyond {@link SafeWord}. */
  void fence(String language, String lines) {
    out.append("```").append(language).append('\n').append(lines);
    out.append(lines.endsWith("\n") ? "" : "\n").append("```\n\n");
  }

  @Override
  public String toString() {
    return out.toString().stripTrailing() + "\n";
  }

  /** Percent-encoded, so that no character of a file name means anything in a link. */
  private static String path(String file) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || isPlain(c);
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append(String.format(java.util.Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(char c) {
    return PLAIN.indexOf(c) >= 0;
  }
}
