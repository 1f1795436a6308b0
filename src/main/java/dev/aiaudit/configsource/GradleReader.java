package dev.aiaudit.configsource;

import dev.aiaudit.configsource.GradleStatements.Statement;
import dev.aiaudit.configsource.VersionCatalogReader.VersionCatalog;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the dependencies of a Gradle build script, Groovy or Kotlin, lexically. */
final class GradleReader {

  private static final Set<String> NO_DEPENDENCY =
      Set.of("if", "else", "exclude", "def", "val", "var", "because", "version", "return", "for");

  private static final Pattern FIELD =
      Pattern.compile("\\b(group|name|version)\\s{0,4}[:=]\\s{0,4}[\"']([^\"']{0,200})[\"']");

  private static final Pattern ACCESSOR =
      Pattern.compile("\\b([a-zA-Z][\\w]{0,60})((?:\\.[a-zA-Z0-9_]{1,80}){1,12})");

  private static final Pattern PROJECT =
      Pattern.compile(
          "\\bproject\\s{0,4}\\(\\s{0,4}(?:path\\s{0,4}[:=]\\s{0,4})?[\"'](:[^\"']{0,200})");

  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?:\\b(?:def|val|var|String)\\s{1,4}|ext\\.|extra\\.)?\\b([A-Za-z_][\\w.]{0,80})"
              + "(?:\"\\]|'\\])?\\s{0,4}(?:=|by extra\\()\\s{0,4}[\"']([^\"']{0,200})[\"']");

  private static final Pattern SETTER =
      Pattern.compile(
          "\\b(?:set\\s{0,4}\\(|extra\\[|ext\\[)\\s{0,4}[\"']([\\w.-]{1,80})[\"']\\]?"
              + "\\s{0,4}[,=]\\s{0,4}[\"']([^\"']{0,200})[\"']");

  private final ConfigFile script;
  private final List<VersionCatalog> catalogs;
  private final Map<String, String> properties = new HashMap<>();
  private final List<Dependency> dependencies = new ArrayList<>();
  private final List<Dependency> managed = new ArrayList<>();
  private final List<Dependency> inherited = new ArrayList<>();
  private final List<String> projects = new ArrayList<>();

  private GradleReader(ConfigFile script, List<VersionCatalog> catalogs) {
    this.script = script;
    this.catalogs = catalogs.stream().filter(c -> TreePath.under(script.dir(), c.dir())).toList();
  }

  static BuildFile read(ConfigFile script, List<VersionCatalog> catalogs) {
    GradleReader reader = new GradleReader(script, catalogs);
    for (Statement statement : GradleStatements.read(script.text())) {
      reader.accept(statement);
    }
    return new BuildFile(
        script.path(),
        "",
        "",
        "",
        Optional.empty(),
        reader.properties,
        reader.dependencies,
        reader.managed,
        reader.projects,
        reader.inherited,
        List.of());
  }

  private void accept(Statement statement) {
    if (statement.within("buildscript") || statement.within("pluginManagement")) {
      return;
    }
    if (statement.in("dependencies") || statement.in("imports") || statement.in("constraints")) {
      dependency(statement);
    } else {
      assignment(statement.text());
    }
  }

  private void assignment(String text) {
    Matcher setter = SETTER.matcher(text);
    Matcher assignment = ASSIGNMENT.matcher(text);
    if (setter.find()) {
      properties.putIfAbsent(setter.group(1), setter.group(2));
    } else if (assignment.find()) {
      properties.putIfAbsent(assignment.group(1), assignment.group(2));
    }
  }

  private void dependency(Statement statement) {
    String text = statement.text();
    int end = 0;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    String configuration = end == 0 ? literalConfiguration(text) : text.substring(0, end);
    if (configuration.isEmpty() || NO_DEPENDENCY.contains(configuration)) {
      return;
    }
    boolean onlyVersions =
        statement.in("imports")
            || statement.in("constraints")
            || statement.within("dependencyManagement");
    boolean platform =
        onlyVersions && configuration.contains("Bom")
            || text.contains("latform(")
            || text.contains("mavenBom")
            || text.contains("latform (");
    String scope = platform ? "import" : scope(configuration);
    List<Dependency> target = platform || onlyVersions ? managed : target(statement);
    target.addAll(named(text, scope, Location.ofLine(script.path(), statement.line())));
    if (!onlyVersions) {
      projects(text);
    }
  }

  /** Kotlin allows {@code "implementation"("g:a:v")}. */
  private static String literalConfiguration(String text) {
    List<String> literals = Quotes.literals(text);
    return text.startsWith("\"") && literals.size() > 1 && !literals.get(0).contains(":")
        ? literals.get(0)
        : "";
  }

  private static String scope(String configuration) {
    return switch (configuration) {
      case "implementation", "api", "compile", "compileOnlyApi" -> "compile";
      case "runtimeOnly", "runtime" -> "runtime";
      case "compileOnly" -> "provided";
      default -> configuration;
    };
  }

  private List<Dependency> target(Statement statement) {
    boolean below =
        statement.within("subprojects")
            || statement.within("allprojects")
            || statement.within("configure");
    return below ? inherited : dependencies;
  }

  private List<Dependency> named(String text, String scope, Location where) {
    List<Dependency> found = new ArrayList<>();
    Map<String, String> fields = new HashMap<>();
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      fields.putIfAbsent(field.group(1), field.group(2));
    }
    if (fields.containsKey("group") && fields.containsKey("name")) {
      Optional<String> version = Optional.ofNullable(fields.get("version"));
      found.add(
          of(
              fields.getOrDefault("group", ""),
              fields.getOrDefault("name", ""),
              version,
              scope,
              where));
      return found;
    }
    for (String literal : Quotes.literals(text)) {
      String[] parts = literal.split("[:@]", -1);
      if (!literal.startsWith(":")
          && parts.length >= 2
          && !literal.contains("/")
          && literal.indexOf(':') > 0) {
        Optional<String> version =
            parts.length > 2
                ? Optional.of(literal.substring(parts[0].length() + parts[1].length() + 2))
                : Optional.empty();
        found.add(of(parts[0], parts[1], version, scope, where));
      }
    }
    found.addAll(aliased(text, scope, where));
    return found;
  }

  private static Dependency of(
      String group, String artifact, Optional<String> version, String scope, Location where) {
    Optional<String> written = version.filter(v -> !v.isEmpty());
    return new Dependency(group, artifact, written, scope, Optional.empty(), where);
  }

  private List<Dependency> aliased(String text, String scope, Location where) {
    List<Dependency> found = new ArrayList<>();
    Matcher accessor = ACCESSOR.matcher(text);
    while (accessor.find()) {
      for (VersionCatalog catalog : catalogs) {
        if (catalog.name().equals(accessor.group(1))) {
          String alias = VersionCatalogReader.alias(accessor.group(2).substring(1));
          for (Dependency d : catalog.aliases().getOrDefault(alias, List.of())) {
            found.add(
                new Dependency(
                    d.group(), d.artifact(), d.version(), scope, Optional.empty(), where));
          }
        }
      }
    }
    return found;
  }

  private void projects(String text) {
    Matcher project = PROJECT.matcher(text);
    while (project.find()) {
      projects.add(project.group(1));
    }
    Matcher accessor = ACCESSOR.matcher(text);
    while (accessor.find()) {
      if (accessor.group(1).equals("projects")) {
        projects.add(kebab(accessor.group(2)).replace('.', ':'));
      }
    }
  }

  private static String kebab(String camel) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      out.append(Character.isUpperCase(c) ? "-" : "").append(c);
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }
}
