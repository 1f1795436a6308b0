package dev.aiaudit.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The published schemas of other people's formats, from test libraries. */
final class Schemas {
  static final ObjectMapper JSON = new ObjectMapper();

  private Schemas() {}

  static JsonSchema sarif() {
    return load("/schema/sarif-schema-2.1.0.json", SpecVersion.VersionFlag.V7);
  }

  static JsonSchema cycloneDx() {
    return load("/bom-1.6.schema.json", SpecVersion.VersionFlag.V7);
  }

  static List<String> problems(JsonSchema schema, String json) throws IOException {
    return schema.validate(JSON.readTree(json)).stream().map(Object::toString).toList();
  }

  private static JsonSchema load(String resource, SpecVersion.VersionFlag version) {
    try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(resource))) {
      JsonSchemaFactory factory =
          JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(version))
              .schemaMappers(
                  mappers -> mappers.mapPrefix("http://cyclonedx.org/schema/", "classpath:"))
              .build();
      SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().build();
      return factory.getSchema(in, config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
