package dev.aiaudit.configsource;

import dev.aiaudit.model.Location;
import java.util.Optional;

/**
 * A library that a build file names.
 *
 * @param group Maven group id
 * @param artifact Maven artifact id
 * @param version resolved within the tree (properties, parents, BOMs of the same group), if known
 * @param scope Maven scope ({@code compile}, {@code test}, ...), a Gradle configuration, or {@code
 *     import} for a BOM or platform
 * @param profile Maven profile without which it does not apply
 * @param location the dependency element or statement
 */
public record Dependency(
    String group,
    String artifact,
    Optional<String> version,
    String scope,
    Optional<String> profile,
    Location location) {

  /** Whether only tests see it. */
  public boolean test() {
    return scope.toLowerCase(java.util.Locale.ROOT).startsWith("test")
        || scope.startsWith("integrationTest");
  }

  /** Whether it only fixes versions. */
  public boolean bom() {
    return scope.equals("import");
  }

  /** Whether it is on the class path of the application as built by default. */
  public boolean effective() {
    return !test() && !bom() && profile.isEmpty();
  }

  /** The form {@code group:artifact}. */
  public String coordinates() {
    return group + ":" + artifact;
  }

  Dependency withVersion(Optional<String> resolved) {
    return new Dependency(group, artifact, resolved, scope, profile, location);
  }
}
