package dev.aiaudit.configsource;

import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Location;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a pom.xml. No document type definition is processed and no entity is resolved. What stands
 * before an XML error is kept.
 */
final class PomReader {

  private static final int MAX_DEPTH = 100;

  private final String file;
  private final List<String> path = new ArrayList<>();
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private final List<Dependency> dependencies = new ArrayList<>();
  private final List<Dependency> managed = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Map<String, String> dependency = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private int dependencyLine = 1;
  private Optional<String> profile = Optional.empty();

  private PomReader(String file) {
    this.file = file;
  }

  static BuildFile read(ConfigFile pom) {
    PomReader reader = new PomReader(pom.path());
    reader.parse(pom.text());
    return reader.result();
  }

  private void parse(String xml) {
    try {
      XMLStreamReader events =
          factory().createXMLStreamReader(new StringReader(xml.stripLeading()));
      int skipped = lineOf(xml, xml.length() - xml.stripLeading().length());
      while (events.hasNext() && path.size() < MAX_DEPTH) {
        accept(events, events.next(), skipped);
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      warn(line, "not well-formed XML; read up to here");
    }
  }

  private static int lineOf(String text, int offset) {
    return (int) text.chars().limit(offset).filter(c -> c == '\n').count();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are not read");
        });
    return factory;
  }

  private void accept(XMLStreamReader events, int event, int skipped) {
    int line = events.getLocation().getLineNumber() + skipped;
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(events.getLocalName(), line);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(events.getText());
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.DTD -> warn(line, "document type definition ignored");
      default -> {}
    }
  }

  private void start(String name, int line) {
    path.add(name);
    text.setLength(0);
    String where = where();
    if (where.equals("project/profiles/profile")) {
      profile = Optional.of("");
    } else if (name.equals("dependency") && !plugin()) {
      dependency.clear();
      dependencyLine = line;
    } else if (name.equals("artifactId") && where.endsWith("/dependency/artifactId")) {
      dependencyLine = line;
    }
  }

  private void end() {
    String where = where();
    String value = text.toString().strip();
    text.setLength(0);
    if (where.equals("project/profiles/profile")) {
      profile = Optional.empty();
    } else if (where.equals("project/profiles/profile/id")) {
      profile = Optional.of(value);
    } else if (where.equals("project/profiles/profile/activation/activeByDefault")
        && value.equals("true")) {
      profile = Optional.empty();
    } else {
      store(where.replace("project/profiles/profile/", "project/"), value);
    }
    path.remove(path.size() - 1);
  }

  private void store(String where, String value) {
    String name = path.get(path.size() - 1);
    if (where.equals("project/properties/" + name)) {
      properties.putIfAbsent(name, value);
    } else if (where.equals("project/dependencies/dependency")) {
      dependencies.add(dependency());
    } else if (where.equals("project/dependencyManagement/dependencies/dependency")) {
      managed.add(dependency());
    } else if (where.endsWith("dependencies/dependency/" + name) && !plugin()) {
      dependency.put(name, value);
    } else if (path.size() <= 3) {
      fields.putIfAbsent(where, value);
    }
  }

  private Dependency dependency() {
    return new Dependency(
        dependency.getOrDefault("groupId", ""),
        dependency.getOrDefault("artifactId", ""),
        Optional.ofNullable(dependency.get("version")).filter(v -> !v.isEmpty()),
        dependency.getOrDefault("scope", "compile"),
        profile,
        Location.ofLine(file, dependencyLine));
  }

  private boolean plugin() {
    return path.contains("plugin");
  }

  private String where() {
    return String.join("/", path);
  }

  private void warn(int line, String message) {
    diagnostics.add(new Diagnostic(Diagnostic.Level.WARNING, file, Optional.of(line), message));
  }

  private String field(String name) {
    return fields.getOrDefault("project/" + name, "");
  }

  private BuildFile result() {
    Optional<BuildFile.Parent> parent =
        fields.containsKey("project/parent/artifactId")
            ? Optional.of(
                new BuildFile.Parent(
                    field("parent/groupId"),
                    field("parent/artifactId"),
                    field("parent/version"),
                    fields.getOrDefault("project/parent/relativePath", "../pom.xml")))
            : Optional.empty();
    properties.putIfAbsent("project.packaging", field("packaging"));
    return new BuildFile(
        file,
        field("groupId"),
        field("artifactId"),
        field("version"),
        parent,
        properties,
        dependencies,
        managed,
        List.of(),
        List.of(),
        diagnostics);
  }
}
