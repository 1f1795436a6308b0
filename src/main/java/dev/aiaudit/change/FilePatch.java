package dev.aiaudit.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a unified diff says of one file.
 *
 * @param oldPath as the diff names it, without a prefix such as {@code a/}; empty for a new file
 * @param newPath the same of the new tree; empty for a deleted file
 * @param hunks in the order of the file
 * @param readable whether the hunks are the whole difference; those of binary files are left out
 */
record FilePatch(
    Optional<String> oldPath, Optional<String> newPath, List<Hunk> hunks, boolean readable) {
  FilePatch {
    hunks = List.copyOf(hunks);
  }

  /** What the file is called in messages. */
  String name() {
    return newPath.or(() -> oldPath).orElse("");
  }

  /**
   * The old lines.
   *
   * @param lines the new ones
   * @throws PastUnknownException when a hunk does not fit them
   */
  List<String> takenBack(List<String> lines) throws PastUnknownException {
    List<String> old = new ArrayList<>();
    int at = 0;
    for (Hunk hunk : hunks) {
      if (hunk.position() < at || !hunk.fits(lines)) {
        throw new PastUnknownException(
            "the diff does not fit '"
                + name()
                + "' at line "
                + hunk.newStart()
                + ": it must end at the tree that is scanned, as 'git diff main' does");
      }
      old.addAll(lines.subList(at, hunk.position()));
      old.addAll(hunk.before());
      at = hunk.position() + hunk.after().size();
    }
    old.addAll(lines.subList(at, lines.size()));
    return old;
  }
}
