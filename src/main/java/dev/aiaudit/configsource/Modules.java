package dev.aiaudit.configsource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The Maven and Gradle modules of a tree, by folder. */
public final class Modules {

  private final Map<String, Module> byDir;
  private final Map<String, Set<String>> below;
  private final Map<String, Set<String>> above = new TreeMap<>();

  private Modules(Map<String, Module> byDir, Map<String, Set<String>> below) {
    this.byDir = byDir;
    this.below = below;
    below.forEach(
        (dir, others) ->
            others.forEach(o -> above.computeIfAbsent(o, k -> new LinkedHashSet<>()).add(dir)));
  }

  /**
   * Resolves build files against each other.
   *
   * @param files build scripts and poms in any order
   */
  public static Modules resolve(Collection<BuildFile> files) {
    List<BuildFile> sorted = files.stream().sorted(Comparator.comparing(BuildFile::path)).toList();
    BuildGraph graph = new BuildGraph(sorted);
    Map<String, List<BuildFile>> byDir = new TreeMap<>();
    for (BuildFile file : sorted) {
      if (moduleFile(file)) {
        byDir.computeIfAbsent(file.dir(), d -> new ArrayList<>()).add(file);
      }
    }
    Map<String, Set<String>> dependsOn = new TreeMap<>();
    byDir.forEach((dir, scripts) -> dependsOn.put(dir, graph.projects(scripts)));
    Map<String, List<Dependency>> own = new TreeMap<>();
    byDir.forEach((dir, scripts) -> own.put(dir, graph.dependencies(scripts)));
    Map<String, Set<String>> below = new TreeMap<>();
    dependsOn.keySet().forEach(dir -> below.put(dir, closure(dir, dependsOn)));
    Map<String, Module> modules = new TreeMap<>();
    byDir.forEach(
        (dir, scripts) ->
            modules.put(dir, module(dir, scripts, own, below.getOrDefault(dir, Set.of()))));
    return new Modules(modules, below);
  }

  private static boolean moduleFile(BuildFile file) {
    String name = TreePath.name(file.path());
    String folder = TreePath.name(file.dir());
    return name.equals("pom.xml")
        || name.startsWith("build.gradle")
        || name.equals(folder + ".gradle")
        || name.equals(folder + ".gradle.kts");
  }

  private static Module module(
      String dir, List<BuildFile> scripts, Map<String, List<Dependency>> own, Set<String> below) {
    Map<String, Dependency> all = new LinkedHashMap<>();
    own.getOrDefault(dir, List.of()).forEach(d -> all.putIfAbsent(identity(d), d));
    for (String other : below) {
      own.getOrDefault(other, List.of()).stream()
          .filter(d -> !d.test())
          .forEach(d -> all.putIfAbsent(identity(d), d));
    }
    BuildFile first = scripts.stream().filter(BuildFile::maven).findFirst().orElse(scripts.get(0));
    String name = first.name().isEmpty() ? TreePath.name(dir) : first.name();
    boolean aggregates = scripts.stream().allMatch(BuildFile::aggregates);
    return new Module(dir, name, first.path(), List.copyOf(all.values()), aggregates);
  }

  private static String identity(Dependency d) {
    return d.coordinates() + (d.test() ? ":test" : "") + d.profile().map(p -> "@" + p).orElse("");
  }

  private static Set<String> closure(String dir, Map<String, Set<String>> edges) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(edges.getOrDefault(dir, Set.of()));
    while (!open.isEmpty()) {
      String next = open.remove(0);
      if (!next.equals(dir) && seen.add(next)) {
        open.addAll(edges.getOrDefault(next, Set.of()));
      }
    }
    return seen;
  }

  /** All modules, by folder. */
  public List<Module> all() {
    return List.copyOf(byDir.values());
  }

  /**
   * The module that a file belongs to: that of the nearest build file upwards.
   *
   * @param path file relative to the scanned root
   */
  public Optional<Module> of(String path) {
    String dir = TreePath.parent(path);
    while (!byDir.containsKey(dir)) {
      if (dir.isEmpty()) {
        return Optional.empty();
      }
      dir = TreePath.parent(dir);
    }
    return Optional.of(byDir.get(dir));
  }

  /**
   * The folder of the module a file belongs to.
   *
   * @param path file relative to the scanned root
   * @return empty string for the root, also when there is no build file
   */
  public String dirOf(String path) {
    return of(path).map(Module::dir).orElse("");
  }

  /** Folders of the modules that a module depends on, transitively, nearest first. */
  public Set<String> dependenciesOf(String dir) {
    return below.getOrDefault(dir, Set.of());
  }

  /** Folders of the modules that depend on a module, transitively, in order of their paths. */
  public Set<String> dependentsOf(String dir) {
    return above.getOrDefault(dir, Set.of());
  }

  /**
   * Whether what one module sets can hold for another: for itself, for those that it uses or that
   * run it, and for folders around or inside it.
   *
   * @param module folder of the module that asks
   * @param other folder of the module that sets something
   */
  public boolean related(String module, String other) {
    return other.equals(module)
        || other.isEmpty()
        || module.isEmpty() && byDir.size() < 2
        || module.startsWith(other + "/")
        || other.startsWith(module + "/") && !module.isEmpty()
        || dependenciesOf(module).contains(other)
        || dependentsOf(module).contains(other);
  }
}
