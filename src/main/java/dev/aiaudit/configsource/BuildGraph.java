package dev.aiaudit.configsource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How build files refer to each other: parents, modules of the tree, versions. */
final class BuildGraph {

  private static final int MAX_PARENTS = 20;

  private final Map<String, BuildFile> byPath = new HashMap<>();
  private final Map<String, BuildFile> pomByArtifact = new HashMap<>();
  private final Map<String, List<String>> dirsByName = new HashMap<>();

  BuildGraph(List<BuildFile> files) {
    for (BuildFile file : files) {
      byPath.put(file.path(), file);
      if (file.maven() && !file.name().isEmpty()) {
        pomByArtifact.putIfAbsent(file.name(), file);
      }
      dirsByName.computeIfAbsent(TreePath.name(file.dir()), n -> new ArrayList<>()).add(file.dir());
    }
  }

  /** The file and those it inherits from: parent poms, or Gradle scripts of the folders above. */
  private List<BuildFile> chain(BuildFile file) {
    List<BuildFile> chain = new ArrayList<>(List.of(file));
    if (!file.maven()) {
      addGradleAncestors(file, chain);
      return chain;
    }
    Optional<BuildFile> parent = parent(file);
    while (parent.isPresent() && !chain.contains(parent.get()) && chain.size() < MAX_PARENTS) {
      chain.add(parent.get());
      parent = parent(parent.get());
    }
    return chain;
  }

  private void addGradleAncestors(BuildFile file, List<BuildFile> chain) {
    String dir = file.dir();
    while (true) {
      for (String name : List.of("gradle.properties", "build.gradle", "build.gradle.kts")) {
        BuildFile above = byPath.get(dir.isEmpty() ? name : dir + "/" + name);
        if (above != null && !above.path().equals(file.path())) {
          chain.add(above);
        }
      }
      if (dir.isEmpty()) {
        return;
      }
      dir = TreePath.parent(dir);
    }
  }

  private Optional<BuildFile> parent(BuildFile pom) {
    return pom.parent()
        .flatMap(
            parent -> {
              Optional<BuildFile> near =
                  parent.relativePath().isEmpty()
                      ? Optional.empty()
                      : TreePath.resolve(pom.dir(), parent.relativePath())
                          .map(
                              p ->
                                  p.endsWith(".xml") ? p : p.isEmpty() ? "pom.xml" : p + "/pom.xml")
                          .map(byPath::get)
                          .filter(f -> f.name().equals(parent.artifact()));
              return near.or(() -> Optional.ofNullable(pomByArtifact.get(parent.artifact())));
            });
  }

  /** The libraries of a module with inherited ones and resolved versions. */
  List<Dependency> dependencies(List<BuildFile> scripts) {
    List<Dependency> found = new ArrayList<>();
    for (BuildFile script : scripts) {
      List<BuildFile> chain = chain(script);
      Versions versions = new Versions(chain);
      script.dependencies().forEach(d -> found.add(versions.resolve(d)));
      for (BuildFile above : chain) {
        List<Dependency> passed =
            !script.maven()
                ? above.inherited()
                : above.path().equals(script.path()) ? List.of() : above.dependencies();
        passed.forEach(d -> found.add(versions.resolve(d)));
      }
    }
    return found;
  }

  /** Folders of the modules of the tree that a module names. */
  Set<String> projects(List<BuildFile> scripts) {
    Set<String> dirs = new LinkedHashSet<>();
    for (BuildFile script : scripts) {
      for (Dependency d : script.dependencies()) {
        BuildFile pom = pomByArtifact.get(d.artifact());
        if (pom != null && !d.test() && sameGroup(pom, d)) {
          dirs.add(pom.dir());
        }
      }
      script.projects().forEach(p -> gradleDir(script.dir(), p).ifPresent(dirs::add));
    }
    return dirs;
  }

  private static boolean sameGroup(BuildFile pom, Dependency d) {
    String group =
        pom.group().isEmpty() ? pom.parent().map(BuildFile.Parent::group).orElse("") : pom.group();
    return group.equals(d.group()) || d.group().startsWith("${") || group.startsWith("${");
  }

  private Optional<String> gradleDir(String from, String project) {
    String relative = project.replaceFirst("^:", "").replace(':', '/');
    String dir = from;
    while (true) {
      Optional<String> target = TreePath.resolve(dir, relative);
      if (target.isPresent() && isModule(target.get())) {
        return target;
      }
      if (dir.isEmpty()) {
        break;
      }
      dir = TreePath.parent(dir);
    }
    List<String> named = dirsByName.getOrDefault(TreePath.name(relative), List.of());
    return named.stream().distinct().count() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private boolean isModule(String dir) {
    String prefix = dir.isEmpty() ? "" : dir + "/";
    return byPath.containsKey(prefix + "build.gradle")
        || byPath.containsKey(prefix + "build.gradle.kts")
        || byPath.containsKey(prefix + TreePath.name(dir) + ".gradle");
  }
}
