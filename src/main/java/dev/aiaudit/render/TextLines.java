package dev.aiaudit.render;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.Location;
import dev.aiaudit.terminal.Columns;
import java.util.List;

/**
 * Collects lines of text for people. What comes from the scanned tree goes through {@link #safe}.
 */
final class TextLines {
  private static final int LABEL = 16;
  private static final int LONGEST = 600;
  private final StringBuilder text = new StringBuilder();
  private final Look look;

  TextLines(Look look) {
    this.look = look;
  }

  Look look() {
    return look;
  }

  String text() {
    return text.toString();
  }

  /** A finished line. */
  void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  void blank() {
    text.append('\n');
  }

  /**
   * Wrapped prose with a label in front of its first line. The prose must be safe and without
   * colour.
   */
  void labelled(String label, String prose) {
    String first = "  " + look.style().bold(Columns.pad(label, LABEL - 2));
    for (String part : Columns.wrap(prose, look.width() - LABEL)) {
      line(first + part);
      first = " ".repeat(LABEL);
    }
  }

  /** Several pieces of prose, each beginning a line. */
  void items(String label, List<String> prose) {
    labelled(label, prose.stream().flatMap(item -> Columns.wrap(item, room()).stream()).toList());
  }

  /** Finished lines with a label in front of the first. */
  void labelled(String label, List<String> lines) {
    String first = "  " + look.style().bold(Columns.pad(label, LABEL - 2));
    for (String line : lines) {
      line(first + line);
      first = " ".repeat(LABEL);
    }
  }

  /** The columns left beside a label. */
  int room() {
    return look.width() - LABEL;
  }

  /** A place that can be clicked. */
  String place(Location location) {
    String shown = safe(location.file()) + ":" + location.startLine();
    return look.style().place(look.links().of(shown, location.file(), location.startLine()));
  }

  /** The text without secrets and control characters, and not longer than anybody reads. */
  static String safe(String text) {
    return Escape.cap(Escape.terminal(Redact.secrets(text)), LONGEST);
  }

  /** {@code 1 file}, {@code 2 files}. */
  static String count(int number, String singular) {
    return number + " " + singular + (number == 1 ? "" : "s");
  }
}
