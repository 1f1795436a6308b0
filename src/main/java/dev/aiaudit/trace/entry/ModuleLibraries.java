package dev.aiaudit.trace.entry;

import dev.aiaudit.configsource.Module;
import dev.aiaudit.configsource.Modules;
import dev.aiaudit.resolve.DeclaredMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The libraries of the build module that a method belongs to. */
final class ModuleLibraries {
  private final Optional<Modules> modules;

  /**
   * Libraries of the modules.
   *
   * @param modules empty: nothing is known, so no module has any library
   */
  ModuleLibraries(Optional<Modules> modules) {
    this.modules = modules;
  }

  /**
   * Whether the method's module, or one that it is packed in, has one of the artifacts; true when
   * none is asked for.
   */
  boolean holdOneOf(List<String> artifacts, DeclaredMethod method) {
    if (artifacts.isEmpty()) {
      return true;
    }
    return modules.stream()
        .flatMap(all -> around(all, method.owner().file().path()))
        .flatMap(module -> module.dependencies().stream())
        .anyMatch(d -> d.effective() && artifacts.contains(d.coordinates()));
  }

  /** The module of a file and the modules in which it is packed. */
  private static Stream<Module> around(Modules all, String path) {
    Set<String> dependents = all.dependentsOf(all.dirOf(path));
    return Stream.concat(
        all.of(path).stream(),
        all.all().stream().filter(module -> dependents.contains(module.dir())));
  }
}
