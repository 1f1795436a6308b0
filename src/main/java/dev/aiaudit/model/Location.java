package dev.aiaudit.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * A range in a file of the scanned tree.
 *
 * @param file path relative to the scanned root, with forward slashes
 * @param startLine first line, from 1
 * @param startColumn first column, from 1
 * @param endLine last line, from 1, inclusive
 * @param endColumn last column, from 1, inclusive
 */
public record Location(String file, int startLine, int startColumn, int endLine, int endColumn)
    implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::startLine)
          .thenComparingInt(Location::startColumn)
          .thenComparingInt(Location::endLine)
          .thenComparingInt(Location::endColumn);

  /** Checks the order of the lines. */
  public Location {
    Objects.requireNonNull(file);
    if (startLine < 1 || endLine < startLine) {
      throw new IllegalArgumentException("bad range " + file + ":" + startLine + "-" + endLine);
    }
  }

  /**
   * A whole line, when nothing finer is known.
   *
   * @param file relative path
   * @param line from 1
   */
  public static Location ofLine(String file, int line) {
    return new Location(file, line, 1, line, 1);
  }

  /** Whether the other range begins inside this one. */
  public boolean covers(Location other) {
    boolean after =
        other.startLine > startLine
            || (other.startLine == startLine && other.startColumn >= startColumn);
    boolean before =
        other.startLine < endLine || (other.startLine == endLine && other.startColumn <= endColumn);
    return file.equals(other.file) && after && before;
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** The form that editors and terminals make clickable: {@code file:line}. */
  @Override
  public String toString() {
    return file + ":" + startLine;
  }
}
