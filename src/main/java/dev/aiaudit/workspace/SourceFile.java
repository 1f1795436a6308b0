package dev.aiaudit.workspace;

import java.util.Optional;

/**
 * A regular file found by the walk.
 *
 * @param path relative to the scanned root, separated by {@code /}, never starting with one
 * @param size in bytes at the time of the walk
 * @param skipReason present if the walk already knows that {@link Workspace#read} will refuse it
 */
public record SourceFile(String path, long size, Optional<SkipReason> skipReason) {

  /** A file that can be read. */
  public SourceFile(String path, long size) {
    this(path, size, Optional.empty());
  }

  /** The part of the path after the last {@code /}. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether this is Java source, judged by its name only. */
  public boolean isJava() {
    return path.endsWith(".java");
  }
}
