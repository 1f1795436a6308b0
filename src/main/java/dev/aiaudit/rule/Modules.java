package dev.aiaudit.rule;

import dev.aiaudit.model.Location;

/** Which module of a build a source file belongs to, by the usual place of its sources. */
final class Modules {
  private Modules() {}

  /** The folder above {@code src}; empty at the root or where there is none of that name. */
  static String folder(Location place) {
    int sources = ("/" + place.file()).indexOf("/src/");
    return sources <= 0 ? "" : place.file().substring(0, sources - 1);
  }

  /** The last part of the folder, which is what the module is usually called. */
  static String name(Location place) {
    String folder = folder(place);
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
