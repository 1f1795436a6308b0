package dev.aiaudit.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.FailureType;
import dev.aiaudit.catalog.ProviderEntry;
import dev.aiaudit.catalog.Sdk;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The catalogue as JSON: providers, then libraries with what is recognised of each. */
final class CatalogJson {
  private CatalogJson() {}

  static void print(Catalog catalog, PrintStream out) throws IOException {
    JsonFactory factory = JsonFactory.builder().build();
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeArrayFieldStart("providers");
      for (ProviderEntry provider : catalog.providers().values()) {
        json.writeStartObject();
        json.writeStringField("id", provider.id());
        json.writeStringField("name", provider.name());
        json.writeStringField("kind", provider.kind());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("sdks");
      for (Sdk sdk : catalog.sdks()) {
        write(sdk, catalog, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.print("\n");
  }

  private static void write(Sdk sdk, Catalog catalog, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", sdk.id());
    json.writeStringField("family", sdk.family());
    json.writeStringField("name", sdk.name());
    json.writeStringField("category", sdk.category());
    json.writeStringField("provider", sdk.provider());
    json.writeBooleanField("inProcess", sdk.inProcess());
    json.writeBooleanField("http", sdk.http());
    texts("packages", sdk.packages(), json);
    json.writeObjectFieldStart("artifacts");
    for (Map.Entry<String, String> artifact : sdk.artifacts().entrySet()) {
      json.writeStringField(artifact.getKey(), artifact.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("requests");
    for (Map.Entry<String, List<String>> type : catalog.requests(sdk).entrySet()) {
      texts(type.getKey(), type.getValue(), json);
    }
    json.writeEndObject();
    texts("failures", sdk.failures().stream().map(FailureType::type).sorted().toList(), json);
    texts("sources", sdk.sources(), json);
    json.writeStringField("checkedOn", sdk.checked());
    json.writeEndObject();
  }

  private static void texts(String name, List<String> values, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
