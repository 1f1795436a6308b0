package dev.aiaudit.render;

import java.util.List;
import java.util.Optional;

/** Gives renderers the source text they quote in code frames. */
@FunctionalInterface
public interface SourceLines {
  /** Knows no file; reports are then rendered without code frames. */
  SourceLines NONE = file -> Optional.empty();

  /**
   * The lines of a file without their line ends.
   *
   * @param file path relative to the scanned root, with forward slashes
   * @return empty when the file cannot be read or is not text
   */
  Optional<List<String>> lines(String file);
}
