package dev.aiaudit.configsource;

import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a Gradle version catalogue such as {@code gradle/libs.versions.toml}. */
final class VersionCatalogReader {

  /**
   * A catalogue.
   *
   * @param name accessor in scripts, {@code libs} by default
   * @param dir folder of the build it belongs to
   * @param aliases normalised alias (dots) to the libraries it stands for; bundles have several
   */
  record VersionCatalog(String name, String dir, Map<String, List<Dependency>> aliases) {}

  private VersionCatalogReader() {}

  static VersionCatalog read(ConfigFile file) {
    List<TomlLines.Assignment> lines = TomlLines.read(file.text());
    Map<String, String> versions = new HashMap<>();
    for (TomlLines.Assignment line : lines) {
      if (line.section().equals("versions")) {
        versions.put(line.key(), Quotes.strip(line.value()));
      }
    }
    Map<String, List<Dependency>> aliases = new LinkedHashMap<>();
    for (TomlLines.Assignment line : lines) {
      if (line.section().equals("libraries")) {
        library(file.path(), line, versions)
            .ifPresent(d -> aliases.put(alias(line.key()), List.of(d)));
      }
    }
    for (TomlLines.Assignment line : lines) {
      if (line.section().equals("bundles")) {
        aliases.put("bundles." + alias(line.key()), bundle(line, aliases));
      }
    }
    String name = file.name().substring(0, file.name().indexOf(".versions.toml"));
    String dir =
        TreePath.name(file.dir()).equals("gradle") ? TreePath.parent(file.dir()) : file.dir();
    return new VersionCatalog(name, dir, aliases);
  }

  /** The form in which an alias is compared: separators are all dots. */
  static String alias(String written) {
    return written.replace('-', '.').replace('_', '.').toLowerCase(Locale.ROOT);
  }

  private static List<Dependency> bundle(
      TomlLines.Assignment line, Map<String, List<Dependency>> aliases) {
    List<Dependency> members = new ArrayList<>();
    for (String member : Quotes.literals(line.value())) {
      members.addAll(aliases.getOrDefault(alias(member), List.of()));
    }
    return members;
  }

  private static Optional<Dependency> library(
      String path, TomlLines.Assignment line, Map<String, String> versions) {
    Map<String, String> fields = fields(line.value());
    String module = fields.getOrDefault("module", fields.getOrDefault("", ""));
    String[] parts =
        module.isEmpty()
            ? new String[] {fields.getOrDefault("group", ""), fields.getOrDefault("name", "")}
            : module.split(":");
    if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      return Optional.empty();
    }
    Optional<String> version =
        Optional.ofNullable(fields.get("version.ref"))
            .map(versions::get)
            .or(() -> Optional.ofNullable(fields.get("version")))
            .or(() -> parts.length > 2 ? Optional.of(parts[2]) : Optional.empty());
    Location where = Location.ofLine(path, line.line());
    return Optional.of(
        new Dependency(parts[0], parts[1], version, "catalog", Optional.empty(), where));
  }

  /** Fields of an inline table; a bare string is the field with the empty name. */
  private static Map<String, String> fields(String value) {
    Map<String, String> fields = new HashMap<>();
    if (!value.startsWith("{")) {
      fields.put("", Quotes.strip(value));
      return fields;
    }
    String flat = value.replace("{", ",").replace("}", ",");
    String table = "";
    for (String part : flat.split(",")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String key = part.substring(0, equals).strip();
        String text = Quotes.strip(part.substring(equals + 1).strip());
        if (text.isEmpty()) {
          table = key + ".";
        } else {
          fields.put(key.equals("ref") ? table + key : key, text);
        }
      }
    }
    return fields;
  }
}
