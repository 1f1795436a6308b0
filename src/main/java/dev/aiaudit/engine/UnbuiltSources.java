package dev.aiaudit.engine;

import dev.aiaudit.configsource.Module;
import dev.aiaudit.configsource.Modules;
import dev.aiaudit.model.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Java sources beside a pom that only joins modules. Maven does not build them, so that what is
 * found in them may never run; they stay in the report, which says so.
 */
final class UnbuiltSources {

  private UnbuiltSources() {}

  /**
   * A note for each such pom.
   *
   * @param modules of the tree
   * @param javaFiles their paths
   */
  static List<Diagnostic> notes(Modules modules, Collection<String> javaFiles) {
    Map<String, Integer> byPom = new TreeMap<>();
    for (String path : javaFiles) {
      modules
          .of(path)
          .filter(Module::aggregates)
          .filter(m -> path.startsWith(m.dir().isEmpty() ? "src/" : m.dir() + "/src/"))
          .ifPresent(m -> byPom.merge(m.buildFile(), 1, Integer::sum));
    }
    List<Diagnostic> notes = new ArrayList<>();
    byPom.forEach(
        (pom, files) ->
            notes.add(
                new Diagnostic(
                    Diagnostic.Level.INFO,
                    pom,
                    Optional.empty(),
                    "has packaging pom and does not build the "
                        + files
                        + (files == 1 ? " Java file" : " Java files")
                        + " in the src folder beside it: what is found there may never run")));
    return notes;
  }
}
