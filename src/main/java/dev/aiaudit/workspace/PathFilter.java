package dev.aiaudit.workspace;

import java.util.List;

/**
 * A list of patterns in gitignore syntax, relative to the scanned root; the last that matches
 * decides, and {@code !} takes back.
 */
public final class PathFilter {
  private final IgnoreRules rules;

  private PathFilter(IgnoreRules rules) {
    this.rules = rules;
  }

  /** A filter from patterns; blank ones and those starting with {@code #} match nothing. */
  public static PathFilter of(List<String> patterns) {
    String text = ByteText.of(String.join("\n", patterns));
    return new PathFilter(IgnoreRules.NONE.with(text, 0).rules());
  }

  /** Whether a file, or a folder it lies in, is matched; the path is relative, with slashes. */
  public boolean covers(String file) {
    String path = ByteText.of(file);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (matches(path.substring(0, slash), true)) {
        return true;
      }
    }
    return matches(path, false);
  }

  /** Whether this very entry is matched; the path is {@link ByteText}. */
  boolean matches(String path, boolean folder) {
    int name = path.lastIndexOf('/') + 1;
    return rules.judge(path, name, folder) == IgnoreRules.Verdict.IGNORED;
  }
}
