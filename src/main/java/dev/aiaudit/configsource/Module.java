package dev.aiaudit.configsource;

import java.util.List;
import java.util.Optional;

/**
 * A Maven or Gradle module.
 *
 * @param dir folder of its build file relative to the scanned root, empty for the root
 * @param name artifact id or folder name
 * @param buildFile path of its build file
 * @param dependencies its own, those of parents in the tree and those of modules it depends on; the
 *     location tells where each is written
 * @param aggregates whether it only joins other modules, so that its own sources are not built
 */
public record Module(
    String dir, String name, String buildFile, List<Dependency> dependencies, boolean aggregates) {

  /** Keeps the dependencies unmodifiable. */
  public Module {
    dependencies = List.copyOf(dependencies);
  }

  /**
   * Whether the application has a library by default, that is outside tests and profiles.
   *
   * @param artifact artifact id
   */
  public boolean has(String artifact) {
    return dependency(artifact).isPresent();
  }

  /**
   * The library with this artifact id, outside tests and profiles.
   *
   * @param artifact artifact id
   */
  public Optional<Dependency> dependency(String artifact) {
    return dependencies.stream()
        .filter(d -> d.artifact().equals(artifact) && d.effective())
        .findFirst();
  }

  /**
   * Whether any library of this group is there by default.
   *
   * @param group group id
   */
  public boolean hasGroup(String group) {
    return dependencies.stream().anyMatch(d -> d.group().equals(group) && d.effective());
  }
}
