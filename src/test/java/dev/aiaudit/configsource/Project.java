package dev.aiaudit.configsource;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.model.ConfigFact;
import java.util.ArrayList;
import java.util.List;

/** A small tree written in a test. */
final class Project {

  private static final Catalog CATALOG = Catalog.load();

  private final List<ConfigFile> files = new ArrayList<>();

  Project file(String path, String text) {
    files.add(new ConfigFile(path, text));
    return this;
  }

  ProjectConfig read() {
    return ProjectConfig.read(files, CATALOG);
  }

  /** Facts as {@code line kind provider}, in order. */
  List<String> facts() {
    return read().facts().stream().map(Project::brief).toList();
  }

  static String brief(ConfigFact fact) {
    return fact.location().startLine()
        + " "
        + fact.what().name().toLowerCase()
        + " "
        + fact.provider();
  }
}
