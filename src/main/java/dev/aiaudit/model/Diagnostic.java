package dev.aiaudit.model;

import java.util.Optional;

/**
 * Something the scan has to say about itself: a file it could not read, a limit it ran into.
 *
 * @param severity an {@code ERROR} means that a file that could matter was not analysed
 * @param file relative path, or empty for the whole scan
 * @param line from 1
 * @param message one sentence
 */
public record Diagnostic(Level severity, String file, Optional<Integer> line, String message)
    implements Comparable<Diagnostic> {

  /** How much a diagnostic matters. */
  public enum Level implements Named {
    INFO,
    WARNING,
    ERROR
  }

  @Override
  public int compareTo(Diagnostic other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line.orElse(0), other.line.orElse(0));
    return byLine != 0 ? byLine : message.compareTo(other.message);
  }
}
