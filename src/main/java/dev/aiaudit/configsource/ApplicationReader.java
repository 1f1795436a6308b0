package dev.aiaudit.configsource;

import dev.aiaudit.configsource.PropertiesReader.Property;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the settings of an application: Spring, Quarkus, Micronaut and MicroProfile, as YAML or
 * properties. The profile comes from the file name, the document ({@code on-profile}) or the key
 * ({@code %dev.}).
 */
final class ApplicationReader {

  private ApplicationReader() {}

  static ConfigReading read(ConfigFile file, String moduleDir) {
    EntryCollector collector = new EntryCollector(file, moduleDir);
    return FileKind.withoutExample(file.name().toLowerCase(Locale.ROOT)).endsWith(".properties")
        ? properties(file, collector)
        : yaml(file, collector);
  }

  private static ConfigReading properties(ConfigFile file, EntryCollector collector) {
    PropertiesReader reader = PropertiesReader.read(file);
    Map<Integer, String> profiles = new HashMap<>();
    for (Property p : reader.properties()) {
      if (profileKey(p.key())) {
        profiles.put(p.document(), p.value());
      }
    }
    for (Property p : reader.properties()) {
      Optional<String> inDocument = Optional.ofNullable(profiles.get(p.document()));
      add(collector, file, p.key(), p.value(), inDocument, false, p.line(), p.column());
    }
    return ConfigReading.of(collector.entries(), reader.diagnostics());
  }

  private static ConfigReading yaml(ConfigFile file, EntryCollector collector) {
    YamlReader reader = YamlReader.read(file);
    for (YamlReader.Document document : reader.documents()) {
      Optional<String> profile =
          document.leaves().stream()
              .filter(
                  l ->
                      profileKey(l.key())
                          || l.key().startsWith("spring.profiles[")
                          || l.key().startsWith("spring.config.activate.on-profile["))
              .map(YamlReader.Leaf::value)
              .reduce((a, b) -> a + "," + b);
      for (YamlReader.Leaf leaf : document.leaves()) {
        add(
            collector,
            file,
            leaf.key(),
            leaf.value(),
            profile,
            document.recovered(),
            leaf.line(),
            leaf.column());
      }
    }
    return ConfigReading.of(collector.entries(), reader.diagnostics());
  }

  private static boolean profileKey(String key) {
    return key.equals("spring.profiles")
        || ConfigKey.canonical(key).equals("spring.config.activate.onprofile");
  }

  private static void add(
      EntryCollector collector,
      ConfigFile file,
      String written,
      String value,
      Optional<String> inDocument,
      boolean recovered,
      int line,
      int column) {
    String key = written.startsWith("\"%") ? written.replace("\"", "") : written;
    int dot = key.indexOf('.');
    boolean quarkus = key.startsWith("%") && dot > 0;
    Optional<String> profile =
        quarkus ? Optional.of(key.substring(1, dot)) : inDocument.or(() -> inName(file.name()));
    EntrySource source = quarkus ? EntrySource.MICROPROFILE : source(file.name());
    collector.add(
        source, quarkus ? key.substring(dot + 1) : key, value, profile, recovered, line, column);
  }

  private static EntrySource source(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("application")) {
      return EntrySource.APPLICATION;
    }
    if (lower.startsWith("bootstrap")) {
      return EntrySource.BOOTSTRAP;
    }
    return lower.startsWith("microprofile-config")
        ? EntrySource.MICROPROFILE
        : EntrySource.RESOURCE;
  }

  /** The profile in {@code application-dev.yml}; an example has a profile that nobody activates. */
  private static Optional<String> inName(String written) {
    String name = FileKind.withoutExample(written);
    Optional<String> example = name.equals(written) ? Optional.empty() : Optional.of("example");
    for (String base : new String[] {"application", "bootstrap", "microprofile-config"}) {
      if (name.startsWith(base + "-")) {
        int dot = name.indexOf('.', base.length());
        return Optional.of(name.substring(base.length() + 1, dot < 0 ? name.length() : dot));
      }
    }
    return example;
  }
}
