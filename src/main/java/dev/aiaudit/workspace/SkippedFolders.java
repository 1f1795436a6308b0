package dev.aiaudit.workspace;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Folders that are not walked even if no ignore file names them.
 *
 * <p>By name alone: version control data, installed packages, and folders that only a tool writes.
 * Build output has names that are also good package names ({@code build}, {@code target}), so it
 * counts as such only directly beside the file of the build tool that writes it, and never below a
 * folder named {@code src}.
 */
final class SkippedFolders {
  private static final Set<String> BY_NAME =
      Set.of(".git", ".hg", ".svn", "node_modules", ".gradle", ".idea");

  private static final Set<String> GRADLE =
      Set.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

  private static final Map<String, Set<String>> OUTPUT_BESIDE =
      Map.of(
          "target", Set.of("pom.xml", "build.sbt", "Cargo.toml"),
          "build", GRADLE,
          "out", Set.of("build.gradle", "build.gradle.kts", "pom.xml", ".idea"),
          "dist", Set.of("package.json"));

  private SkippedFolders() {}

  /** Whether an entry of this name is skipped everywhere, be it a folder or a file. */
  static boolean byName(String name) {
    return BY_NAME.contains(name);
  }

  /**
   * Whether a folder is build output.
   *
   * @param parent path of the folder it lies in, empty for the root
   * @param siblings names of all entries of that folder
   */
  static boolean isBuildOutput(String name, String parent, Collection<String> siblings) {
    Set<String> tools = OUTPUT_BESIDE.get(name);
    if (tools == null || ("/" + parent + "/").contains("/src/")) {
      return false;
    }
    return tools.stream().anyMatch(siblings::contains);
  }
}
