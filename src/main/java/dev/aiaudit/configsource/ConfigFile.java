package dev.aiaudit.configsource;

import java.util.Objects;

/**
 * A decoded text file of the scanned tree.
 *
 * @param path relative to the scanned root, with forward slashes
 * @param text whole content, without a byte order mark
 */
public record ConfigFile(String path, String text) {

  /** The longest text that a reader looks at, in characters. */
  public static final int MAX_CHARACTERS = 2_000_000;

  /** Checks that both parts are there and drops a byte order mark that the decoder left. */
  public ConfigFile {
    Objects.requireNonNull(path);
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The folder of the file, empty for the root. */
  public String dir() {
    return TreePath.parent(path);
  }

  /** The last segment of the path. */
  public String name() {
    return TreePath.name(path);
  }
}
