package dev.aiaudit.engine;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.FactKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What to say of a tree whose settings name a provider while no code was found that calls one: an
 * empty report must not read as if nothing depended on it.
 */
final class NothingFound {
  private static final Set<FactKind> TELLING =
      EnumSet.of(FactKind.DEPENDENCY, FactKind.BASE_URL, FactKind.MODEL, FactKind.API_KEY_REF);

  /** Where the build of a Java project, or its application, says what it uses. */
  private static final Pattern OF_APPLICATION =
      Pattern.compile(
          "(?:[^./][^/]*/)*(?:pom\\.xml|[\\w.-]+\\.gradle(?:\\.kts)?|[\\w.-]+\\.versions\\.toml"
              + "|gradle\\.properties|(?:application|bootstrap)[\\w.-]*\\.(?:ya?ml|properties|conf|json)"
              + "|src/main/(?:[^/]+/)*[\\w.-]+\\.(?:ya?ml|properties|conf))");

  private NothingFound() {}

  /**
   * The diagnostic, at the first setting that names a provider.
   *
   * @param javaFiles how many Java files the tree has; without any there is nothing to miss
   */
  static Optional<Diagnostic> of(List<CallSite> sites, List<ConfigFact> facts, int javaFiles) {
    if (javaFiles == 0 || sites.stream().anyMatch(site -> !site.inTest())) {
      return Optional.empty();
    }
    List<ConfigFact> telling =
        facts.stream()
            .filter(f -> TELLING.contains(f.what()) && ofApplication(f.location().file()))
            .toList();
    return telling.stream()
        .findFirst()
        .map(
            first ->
                new Diagnostic(
                    Diagnostic.Level.WARNING,
                    first.location().file(),
                    Optional.of(first.location().startLine()),
                    "no call of an AI provider was found in the Java code, but "
                        + count(telling.size())
                        + ", this one first: the calls may go through a library that the catalogue"
                        + " does not know (docs/catalogue.md) or to a URL that stands outside of"
                        + " the tree"));
  }

  /** Tools of the developers and manifests of other languages say nothing about the Java code. */
  private static boolean ofApplication(String file) {
    return OF_APPLICATION.matcher(file).matches() && !file.contains("src/test/");
  }

  private static String count(int settings) {
    return settings == 1
        ? "a dependency or setting names one"
        : settings + " dependencies and settings name one";
  }
}
