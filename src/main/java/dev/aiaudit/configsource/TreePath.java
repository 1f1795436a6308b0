package dev.aiaudit.configsource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Arithmetic on paths relative to the scanned root; the root itself is the empty string. */
final class TreePath {

  private TreePath() {}

  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether {@code path} is {@code dir} or lies under it. */
  static boolean under(String path, String dir) {
    return dir.isEmpty() || path.equals(dir) || path.startsWith(dir + "/");
  }

  /** The number of segments of a folder, 0 for the root. */
  static int depth(String dir) {
    return dir.isEmpty() ? 0 : (int) dir.chars().filter(c -> c == '/').count() + 1;
  }

  /**
   * Applies a relative path.
   *
   * @return the normalised path, or empty if it leaves the tree
   */
  static Optional<String> resolve(String dir, String relative) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : (dir + "/" + relative.replace('\\', '/')).split("/")) {
      if (segment.equals("..")) {
        if (segments.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return Optional.of(String.join("/", segments));
  }
}
