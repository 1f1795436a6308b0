package dev.aiaudit.engine;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.Platforms;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.model.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a tree that are the source of a framework. Nothing is followed into them, as if the
 * framework came as a jar, unless the framework itself uses an AI library.
 */
final class PlatformSources {
  /** Fewer files are an application's own additions to a framework's packages, not its source. */
  private static final int MIN_FILES = 100;

  private final Platforms platforms;
  private final FileSet seeds;
  private final JavaIndex index;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  PlatformSources(Catalog catalog, JavaIndex index) {
    this.platforms = Platforms.load(catalog.data());
    this.seeds = index.filesImportingUnder(catalog.seedPackages());
    this.index = index;
  }

  /** The files to pass over. */
  FileSet files() {
    FileSet out = FileSet.none();
    for (Platforms.Platform platform : platforms.all()) {
      FileSet own = FileSet.none();
      for (String name : platform.packages()) {
        FileSet below = index.filesInPackagesUnder(name);
        if (below.intersect(seeds).isEmpty()) {
          own = own.union(below);
        }
      }
      if (own.size() >= MIN_FILES) {
        diagnostics.add(taken(platform.name(), own.size()));
        out = out.union(own);
      }
    }
    return out;
  }

  private static Diagnostic taken(String name, int files) {
    String message =
        files
            + " Java files are source of "
            + name
            + ": taken as the library, no path leads through them";
    return new Diagnostic(Diagnostic.Level.INFO, "", Optional.empty(), message);
  }

  /** What was passed over. */
  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }
}
