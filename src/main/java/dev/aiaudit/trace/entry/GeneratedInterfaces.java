package dev.aiaudit.trace.entry;

import dev.aiaudit.resolve.DeclaredType;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells classes that implement an interface which the build generates from an OpenAPI document. It
 * is not among the sources, lies in the project's own packages and is named like a web resource.
 */
final class GeneratedInterfaces {
  /** The supertype that patterns of the catalogue give for such classes. */
  static final String NAME = "(generated)";

  private static final Pattern WEB =
      Pattern.compile("\\w+(?:Api|ApiDelegate|Resource|Controller|Endpoints?)");

  /** So many leading parts of a package name belong to one organisation's project. */
  private static final int OWN_PARTS = 3;

  private final Surroundings at;

  GeneratedInterfaces(Surroundings at) {
    this.at = at;
  }

  /** Whether objects of the class answer for a generated interface. */
  boolean implementedBy(DeclaredType type) {
    Set<String> seen = Set.copyOf(at.hierarchy().above(type).names());
    return Hierarchy.concrete(type)
        && seen.stream().anyMatch(name -> isGenerated(name, type.file().syntax().packageName()));
  }

  private boolean isGenerated(String name, String home) {
    return WEB.matcher(KnownNames.simple(name)).matches()
        && at.project().find(name).isEmpty()
        && own(name.split("\\."), home.split("\\."));
  }

  private static boolean own(String[] name, String[] home) {
    int parts = Math.min(OWN_PARTS, home.length);
    for (int i = 0; i < parts; i++) {
      if (i >= name.length - 1 || !name[i].equals(home[i])) {
        return false;
      }
    }
    return parts > 1;
  }
}
