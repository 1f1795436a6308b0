package dev.aiaudit.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;

/** The schema that is shipped for JSON reports. */
public final class ReportSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportSchema() {}

  /** What in a report, given as JSON text, breaks the schema. */
  public static Set<ValidationMessage> violations(String report) throws IOException {
    return violations(JSON.readTree(report));
  }

  static Set<ValidationMessage> violations(JsonNode report) throws IOException {
    try (InputStream in = resource()) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(SchemaLocation.of("https://example.invalid/"), JSON.readTree(in))
          .validate(report);
    }
  }

  static InputStream resource() {
    return Objects.requireNonNull(
        JsonRenderer.class.getResourceAsStream("/dev/aiaudit/report.schema.json"));
  }
}
