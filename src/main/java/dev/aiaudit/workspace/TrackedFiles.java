package dev.aiaudit.workspace;

import java.util.Optional;

/** The tracked files of one work tree; the index is read only if an ignore rule matches. */
final class TrackedFiles {
  /** For trees without git. */
  static final TrackedFiles NONE = new TrackedFiles(Optional.empty(), 0);

  private final Optional<GitDirectory> git;
  private final int base;
  private Optional<GitIndex> index = Optional.empty();

  /**
   * Tracked files of a work tree.
   *
   * @param base length of the path of its top, with a closing slash, in the paths to be judged
   */
  TrackedFiles(Optional<GitDirectory> git, int base) {
    this.git = git;
    this.base = base;
  }

  /** Whether the file, or a file below the folder, is tracked; the path is {@link ByteText}. */
  boolean contains(String path, boolean folder) {
    if (index.isEmpty()) {
      index = Optional.of(git.map(GitIndex::read).orElse(GitIndex.EMPTY));
    }
    String inside = path.substring(base);
    return folder ? index.get().tracksBelow(inside) : index.get().tracks(inside);
  }
}
