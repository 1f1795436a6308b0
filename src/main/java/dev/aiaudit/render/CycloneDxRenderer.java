package dev.aiaudit.render;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Operation;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A CycloneDX 1.6 bill of materials of what the application needs from AI providers: a service for
 * each provider with its endpoints, the data that flows there and the guards as properties; a
 * component for each AI SDK found in build files and for each model. No serial number and no time,
 * so that the same tree gives the same bytes.
 */
public final class CycloneDxRenderer implements Renderer {
  private static final String APPLICATION = "application";

  @Override
  public void render(Report report, Appendable out) throws IOException {
    List<SdkComponent> sdks = SdkComponent.of(report.inventory().configFacts());
    try (JsonFields json = new JsonFields(out)) {
      json.beginObject();
      json.text("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
      json.text("bomFormat", "CycloneDX");
      json.text("specVersion", "1.6");
      json.number("version", 1);
      metadata(json, report);
      json.beginList("components");
      for (SdkComponent sdk : sdks) {
        sdk.write(json);
      }
      models(json, report.providers());
      json.endList();
      json.beginList("services");
      for (Provider provider : report.providers()) {
        service(json, report, provider);
      }
      json.endList();
      dependencies(json, report, sdks);
      json.endObject();
    }
    out.append('\n');
  }

  private static void metadata(JsonFields json, Report report) throws IOException {
    json.beginObject("metadata");
    json.beginObject("tools");
    json.beginList("components");
    json.beginObject();
    json.text("type", APPLICATION);
    json.text("name", "ai-audit");
    json.text("version", report.toolVersion());
    json.endObject();
    json.endList();
    json.endObject();
    json.beginObject("component");
    json.text("type", APPLICATION);
    json.text("bom-ref", APPLICATION);
    json.text("name", report.coverage().root());
    if (report.coverage().revision().isPresent()) {
      json.text("version", report.coverage().revision());
    }
    json.endObject();
    json.endObject();
  }

  private static void models(JsonFields json, List<Provider> providers) throws IOException {
    for (Provider provider : providers) {
      for (String model : new TreeSet<>(provider.models())) {
        json.beginObject();
        json.text("type", "machine-learning-model");
        json.text("bom-ref", modelRef(provider, model));
        json.text("publisher", provider.name());
        json.text("name", model);
        json.endObject();
      }
    }
  }

  private static void service(JsonFields json, Report report, Provider provider)
      throws IOException {
    List<CallSite> sites = sites(report, provider);
    json.beginObject();
    json.text("bom-ref", "service:" + provider.id());
    json.text("name", provider.name());
    json.text("group", provider.id());
    List<String> endpoints = Endpoints.of(report.inventory().configFacts(), provider.id());
    if (!endpoints.isEmpty()) {
      json.texts("endpoints", endpoints);
    }
    data(json, sites);
    json.beginList("properties");
    property(json, "callSites", Integer.toString(provider.callSites()));
    property(json, "flagged", Integer.toString(provider.flagged()));
    property(json, "entryPoints", Integer.toString(provider.entryPoints()));
    for (Map.Entry<String, Integer> guard : guards(sites).entrySet()) {
      property(json, "guard:" + guard.getKey(), Integer.toString(guard.getValue()));
    }
    json.endList();
    json.endObject();
  }

  /** What kind of data it is cannot be told from code, and that is what the entry says. */
  private static void data(JsonFields json, List<CallSite> sites) throws IOException {
    TreeSet<Operation> operations = new TreeSet<>();
    sites.forEach(site -> operations.add(site.operation()));
    if (operations.isEmpty()) {
      return;
    }
    json.beginList("data");
    for (Operation operation : operations) {
      json.beginObject();
      json.text("flow", "bi-directional");
      json.text("classification", "unclassified");
      json.text("name", operation.word() + " requests and answers");
      json.endObject();
    }
    json.endList();
  }

  private static Map<String, Integer> guards(List<CallSite> sites) {
    Map<String, Integer> counts = new TreeMap<>();
    for (CallSite site : sites) {
      for (GuardKind kind : GuardKind.values()) {
        List<Guard> guards = site.guards().stream().filter(g -> g.kind() == kind).toList();
        if (guards.stream().anyMatch(Guard::effective)) {
          counts.merge(kind.word(), 1, Integer::sum);
        } else if (!guards.isEmpty()) {
          counts.merge(kind.word() + ":ineffective", 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private static void dependencies(JsonFields json, Report report, List<SdkComponent> sdks)
      throws IOException {
    List<String> needed = new ArrayList<>();
    sdks.forEach(sdk -> needed.add(sdk.ref()));
    report.providers().forEach(provider -> needed.add("service:" + provider.id()));
    json.beginList("dependencies");
    json.beginObject();
    json.text("ref", APPLICATION);
    json.texts("dependsOn", needed);
    json.endObject();
    for (Provider provider : report.providers()) {
      if (!provider.models().isEmpty()) {
        json.beginObject();
        json.text("ref", "service:" + provider.id());
        json.texts(
            "dependsOn",
            new TreeSet<>(provider.models()).stream().map(m -> modelRef(provider, m)).toList());
        json.endObject();
      }
    }
    json.endList();
  }

  private static String modelRef(Provider provider, String model) {
    return "model:" + provider.id() + ":" + model;
  }

  private static List<CallSite> sites(Report report, Provider provider) {
    return report.inventory().callSites().stream()
        .filter(site -> !site.inTest() && site.provider().equals(provider.id()))
        .toList();
  }

  private static void property(JsonFields json, String name, String value) throws IOException {
    json.beginObject();
    json.text("name", "ai-audit:" + name);
    json.text("value", value);
    json.endObject();
  }
}
