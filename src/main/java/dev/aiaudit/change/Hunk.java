package dev.aiaudit.change;

import java.util.List;

/**
 * A hunk of a unified diff.
 *
 * @param newStart number of its first line in the new file; of the line before it when it has no
 *     lines there
 * @param before its lines in the old file
 * @param after its lines in the new file
 */
record Hunk(int newStart, List<String> before, List<String> after) {
  Hunk {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Index of its first line in the new file. */
  int position() {
    return after.isEmpty() ? newStart : newStart - 1;
  }

  /** Whether the new file holds what the hunk says; line ends may differ. */
  boolean fits(List<String> lines) {
    int at = position();
    if (at < 0 || at + after.size() > lines.size()) {
      return false;
    }
    for (int i = 0; i < after.size(); i++) {
      if (!bare(after.get(i)).equals(bare(lines.get(at + i)))) {
        return false;
      }
    }
    return true;
  }

  private static String bare(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
