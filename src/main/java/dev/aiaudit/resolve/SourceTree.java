package dev.aiaudit.resolve;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import java.util.Optional;

/**
 * The Java files of the scanned tree: an index over all of them, and each one parsed when asked
 * for.
 */
public interface SourceTree {

  /** The index over all files; its file numbers are those of this interface. */
  JavaIndex index();

  /** Relative path of a file. */
  String path(int file);

  /** Whether a file is test code. */
  boolean isTest(int file);

  /**
   * The parsed file, parsed once; empty when it could not be parsed, which is a diagnostic then.
   */
  Optional<ParsedFile> load(int file);

  /** Parses files side by side, so that {@link #load} then answers at once. */
  void loadAll(FileSet files);
}
