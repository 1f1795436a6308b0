package dev.aiaudit.render;

import static dev.aiaudit.render.TextLines.safe;

import dev.aiaudit.terminal.Columns;
import java.util.List;

/** Numbers with what is below them as indented text, cut into lines. */
final class ItemText {
  private static final int WIDTH = 96;
  private static final String ITEM = "  ";
  private static final String BELOW = "      ";
  private final StringBuilder text;

  ItemText(StringBuilder text) {
    this.text = text;
  }

  /** A heading and its items; nothing when there are none. */
  void section(String title, List<OutageNumbers.Item> items) {
    if (items.isEmpty()) {
      return;
    }
    text.append('\n').append(title).append('\n');
    for (OutageNumbers.Item item : items) {
      wrapped(ITEM, item.head());
      item.below().forEach(line -> wrapped(BELOW, line));
    }
  }

  /** A line below a section, as long as it is. */
  void remark(String prose) {
    text.append(ITEM).append(prose).append('\n');
  }

  /** A line below a section with a list; nothing when it is empty. */
  void remark(String prose, List<String> below) {
    if (!below.isEmpty()) {
      remark(prose);
      below.forEach(line -> wrapped(BELOW, line));
    }
  }

  private void wrapped(String indent, String prose) {
    String start = indent;
    for (String line : Columns.wrap(safe(prose), WIDTH - indent.length())) {
      text.append(start).append(line).append('\n');
      start = indent + "  ";
    }
  }
}
