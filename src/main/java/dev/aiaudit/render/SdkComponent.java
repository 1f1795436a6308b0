package dev.aiaudit.render;

import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An AI library named in build files.
 *
 * @param group Maven group, or empty text for other ecosystems
 * @param name artifact or package name
 * @param version as written, empty text when it is managed elsewhere
 * @param places every place that names it
 */
record SdkComponent(String group, String name, String version, List<Location> places) {

  SdkComponent {
    places = List.copyOf(places);
  }

  /** The libraries of the dependency facts, each once, in the order of the facts. */
  static List<SdkComponent> of(List<ConfigFact> facts) {
    Map<String, SdkComponent> found = new LinkedHashMap<>();
    for (ConfigFact fact : facts) {
      if (fact.what() == FactKind.DEPENDENCY) {
        SdkComponent sdk = parse(fact);
        found.merge(sdk.ref(), sdk, SdkComponent::with);
      }
    }
    return List.copyOf(found.values());
  }

  /** {@code group:artifact:version}, of which only Maven's form has three parts; then remarks. */
  private static SdkComponent parse(ConfigFact fact) {
    String coordinates = fact.detail().strip().split(" ", 2)[0];
    List<Location> place = List.of(fact.location());
    String[] parts = coordinates.split(":", 3);
    if (coordinates.isEmpty() || parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      return new SdkComponent("", fact.detail(), "", place);
    }
    return new SdkComponent(parts[0], parts[1], parts.length == 3 ? parts[2] : "", place);
  }

  private SdkComponent with(SdkComponent other) {
    List<Location> all = new ArrayList<>(places);
    all.addAll(other.places);
    return new SdkComponent(group, name, version, all);
  }

  String ref() {
    return "sdk:" + (group.isEmpty() ? name : group + ":" + name + ":" + version);
  }

  /** Only for versions that are numbers: {@code ${openai.version}} names no package. */
  private Optional<String> purl() {
    boolean known = !version.isEmpty() && Character.isDigit(version.charAt(0));
    String path = PercentPath.encode(group) + "/" + PercentPath.encode(name);
    return group.isEmpty()
        ? Optional.empty()
        : Optional.of("pkg:maven/" + path + (known ? "@" + PercentPath.encode(version) : ""));
  }

  void write(JsonFields json) throws IOException {
    json.beginObject();
    json.text("type", "library");
    json.text("bom-ref", ref());
    if (!group.isEmpty()) {
      json.text("group", group);
    }
    json.prose("name", name);
    if (!version.isEmpty()) {
      json.text("version", version);
    }
    if (purl().isPresent()) {
      json.text("purl", purl());
    }
    json.beginObject("evidence");
    json.beginList("occurrences");
    for (Location place : places) {
      json.beginObject();
      json.text("location", place.file());
      json.number("line", place.startLine());
      json.endObject();
    }
    json.endList();
    json.endObject();
    json.endObject();
  }
}
