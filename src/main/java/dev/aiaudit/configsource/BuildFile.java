package dev.aiaudit.configsource;

import dev.aiaudit.model.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one pom.xml, Gradle script or version catalogue says, before anything is resolved.
 *
 * @param path of the file
 * @param group group id as written, or empty
 * @param name artifact id, or empty for the folder name
 * @param version as written, or empty
 * @param parent parent pom
 * @param properties names to values as written
 * @param dependencies libraries as written, versions may hold placeholders
 * @param managed versions that the file prescribes, BOMs among them with scope {@code import}
 * @param projects modules of the tree it depends on: a Gradle path such as {@code :core:api}
 * @param inherited libraries that a root Gradle script adds to the modules below it
 * @param diagnostics what could not be read
 */
public record BuildFile(
    String path,
    String group,
    String name,
    String version,
    Optional<Parent> parent,
    Map<String, String> properties,
    List<Dependency> dependencies,
    List<Dependency> managed,
    List<String> projects,
    List<Dependency> inherited,
    List<Diagnostic> diagnostics) {

  /**
   * The parent of a pom.
   *
   * @param group group id
   * @param artifact artifact id
   * @param version as written
   * @param relativePath path to the parent's pom or its folder; empty if it is not in the tree
   */
  public record Parent(String group, String artifact, String version, String relativePath) {}

  /** Keeps the parts unmodifiable. */
  public BuildFile {
    properties = Map.copyOf(properties);
    dependencies = List.copyOf(dependencies);
    managed = List.copyOf(managed);
    projects = List.copyOf(projects);
    inherited = List.copyOf(inherited);
    diagnostics = List.copyOf(diagnostics);
  }

  String dir() {
    return TreePath.parent(path);
  }

  boolean maven() {
    return path.endsWith(".xml");
  }

  /** Whether it only joins modules, so that no source beside it is built. */
  boolean aggregates() {
    return maven() && properties.getOrDefault("project.packaging", "").equals("pom");
  }
}
