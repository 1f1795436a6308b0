package dev.aiaudit.catalog;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Frameworks and base libraries that stay libraries even where their source is in the scanned tree.
 */
public final class Platforms {
  private final List<Platform> all;

  /**
   * A framework.
   *
   * @param name as a reader knows it
   * @param packages names of packages; those below them belong to it too
   */
  public record Platform(String name, List<String> packages) {
    /** Copies the packages. */
    public Platform {
      packages = List.copyOf(packages);
    }

    /** Whether a package or the full name of a type lies in the framework. */
    public boolean holds(String packageName) {
      return packages.stream()
          .anyMatch(p -> packageName.equals(p) || packageName.startsWith(p + "."));
    }
  }

  private Platforms(List<Platform> all) {
    this.all = List.copyOf(all);
  }

  /** The frameworks that the catalogue lists. */
  public static Platforms load(CatalogData data) {
    List<Platform> out = new ArrayList<>();
    for (DataNode file : data.section("platforms")) {
      for (DataNode entry : file.items("platforms")) {
        entry.allowOnly(java.util.Set.of("name", "packages"));
        out.add(new Platform(entry.text("name"), entry.texts("packages")));
      }
    }
    return new Platforms(out);
  }

  /** All of them, in the order of the catalogue. */
  public List<Platform> all() {
    return all;
  }
}
