package dev.aiaudit.terminal;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of source with line numbers and the place marked: carets under a place within one line, a
 * mark in the margin of longer ones. Secrets are masked, control characters made visible, tabs
 * expanded, long lines cut.
 *
 * @param style colours of margin and marks
 * @param glyphs drawing characters
 * @param width columns of the whole frame
 */
public record CodeFrame(Style style, Glyphs glyphs, int width) {
  private static final int MAX_LINES = 8;
  private static final int MAX_CODE = 160;
  private static final int TAB = 4;

  /**
   * Draws the frame.
   *
   * @param source the lines of the file
   * @param place what to mark; a place outside the file draws nothing
   * @param severity colour of the marks
   * @return lines without line ends
   */
  public List<String> draw(List<String> source, Location place, Severity severity) {
    if (place.startLine() > source.size()) {
      return List.of();
    }
    int last = Math.min(place.endLine(), source.size());
    boolean one = place.startLine() == last;
    int margin = Integer.toString(last).length();
    List<String> frame = new ArrayList<>();
    frame.add(gutter(" ".repeat(margin), ""));
    int shownLast = Math.min(last, place.startLine() + MAX_LINES - 1);
    for (int line = place.startLine(); line <= shownLast; line++) {
      String number = Columns.pad("", margin - Integer.toString(line).length()) + line;
      String mark = one ? "" : style.severity(severity, ">") + " ";
      Row row = row(source.get(line - 1), place, one, width - margin - 3 - (one ? 0 : 2));
      frame.add(gutter(number, mark + row.code()));
      if (one) {
        String carets = " ".repeat(row.from()) + style.severity(severity, "^".repeat(row.length()));
        frame.add(gutter(" ".repeat(margin), carets));
      }
    }
    if (shownLast < last) {
      String more = glyphs.ellipsis() + " " + (last - shownLast) + " more lines";
      frame.add(gutter(" ".repeat(margin), style.dim(more)));
    }
    return frame;
  }

  /** Code as shown, and the columns of the marks under it. */
  private record Row(String code, int from, int length) {}

  private String gutter(String number, String text) {
    String bar = style.dim(number + " " + glyphs.bar());
    return text.isEmpty() ? bar : bar + " " + text;
  }

  private Row row(String line, Location place, boolean one, int room) {
    int cap = Math.min(MAX_CODE, room);
    String masked = Redact.secrets(line);
    Cells cells = Cells.of(masked);
    boolean wholeLine = place.startColumn() == 1 && place.endColumn() == 1;
    int from =
        wholeLine ? cells.indent() : cells.before(moved(place.startColumn() - 1, line, masked));
    int to = wholeLine ? cells.width() : cells.before(moved(place.endColumn(), line, masked));
    if (!one) {
      return new Row(Columns.cut(cells.text(), cap, glyphs.ellipsis()), 0, 0);
    }
    String text = cells.text();
    if (cells.width() > cap && to > cap) {
      int start = Math.max(0, Math.min(from - TAB, cells.width() - cap));
      text = glyphs.ellipsis() + cells.from(start);
      int shift = start - Columns.width(glyphs.ellipsis());
      from -= shift;
      to -= shift;
    }
    String shown = Columns.cut(text, cap, glyphs.ellipsis());
    int end = Math.min(to, Columns.width(shown));
    return new Row(shown, Math.max(0, Math.min(from, end - 1)), Math.max(1, end - from));
  }

  /** Where an index into a line is after its secrets were masked, which may change its length. */
  private static int moved(int index, String line, String masked) {
    int shorter = Math.min(line.length(), masked.length());
    int same = 0;
    while (same < shorter && line.charAt(same) == masked.charAt(same)) {
      same++;
    }
    if (index <= same) {
      return index;
    }
    int tail = 0;
    while (tail < shorter - same
        && line.charAt(line.length() - 1 - tail) == masked.charAt(masked.length() - 1 - tail)) {
      tail++;
    }
    boolean behind = index >= line.length() - tail;
    return behind ? index + masked.length() - line.length() : same;
  }

  /**
   * A source line as it is shown, piece by piece.
   *
   * @param pieces what each UTF-16 unit of the line becomes, for columns of places count those; the
   *     second half of a pair becomes nothing
   * @param offsets the column at which each piece begins, and the end of the line
   */
  private record Cells(List<String> pieces, int[] offsets) {
    private static final int LONGEST = 10_000;

    static Cells of(String line) {
      int length = Math.min(LONGEST, line.length());
      List<String> pieces = new ArrayList<>(length);
      int[] offsets = new int[length + 1];
      int previous = 0;
      for (int i = 0; i < length; i++) {
        boolean half = i > 0 && Character.isSurrogatePair(line.charAt(i - 1), line.charAt(i));
        String piece = half ? "" : piece(line.codePointAt(i), offsets[i]);
        pieces.add(piece);
        boolean joined = previous == Columns.JOINER && piece.codePointCount(0, piece.length()) == 1;
        offsets[i + 1] = offsets[i] + (joined ? 0 : Columns.width(piece));
        previous = half ? previous : line.codePointAt(i);
      }
      return new Cells(pieces, offsets);
    }

    private static String piece(int codePoint, int offset) {
      return codePoint == '\t'
          ? " ".repeat(TAB - offset % TAB)
          : Escape.terminal(Character.toString(codePoint));
    }

    String text() {
      return String.join("", pieces);
    }

    int width() {
      return offsets[offsets.length - 1];
    }

    /** The columns before the unit with this index. */
    int before(int index) {
      return offsets[Math.max(0, Math.min(index, offsets.length - 1))];
    }

    int indent() {
      int i = 0;
      while (i < pieces.size() && pieces.get(i).isBlank()) {
        i++;
      }
      return offsets[i];
    }

    /** The text from the first piece that begins at the column or behind it. */
    String from(int column) {
      int i = 0;
      while (i < pieces.size() && offsets[i] < column) {
        i++;
      }
      return String.join("", pieces.subList(i, pieces.size()));
    }
  }
}
