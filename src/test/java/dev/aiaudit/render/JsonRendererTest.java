package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiaudit.Golden;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonRendererTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aReportThatUsesEveryFieldValidatesAgainstTheSchema() throws IOException {
    assertThat(ReportSchema.violations(JSON.readTree(render(CannedReport.usual())))).isEmpty();
    assertThat(ReportSchema.violations(JSON.readTree(render(CannedReport.incomplete())))).isEmpty();
    assertThat(ReportSchema.violations(JSON.readTree(render(CannedReport.empty())))).isEmpty();
  }

  @Test
  void theSchemaRefusesAReportThatLacksAField() throws IOException {
    JsonNode report = JSON.readTree(render(CannedReport.usual()));
    ((com.fasterxml.jackson.databind.node.ObjectNode) report).remove("scan");
    assertThat(ReportSchema.violations(report)).isNotEmpty();
  }

  @Test
  void aRichReportLooksLikeTheGoldenFile() throws IOException {
    Golden.check("canned.json", render(CannedReport.usual()));
  }

  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.HostileText#all")
  void hostileTextKeepsItsMeaningButNoPower(String hostile) throws IOException {
    String json = render(CannedReport.hostile(hostile));
    HostileText.assertHarmless(json);
    assertThat(ReportSchema.violations(JSON.readTree(json))).isEmpty();
    String route = JSON.readTree(json).at("/entryPoints/0/route").asText();
    assertThat(route).isEqualTo("POST /orders/{id}/summary" + HostileText.wellFormed(hostile));
  }

  @Test
  void secretsInProseAreMasked() throws IOException {
    String key = "sk-ant-api03-" + "a1B2c3D4e5".repeat(9) + "AA";
    String json = render(CannedReport.hostile(" " + key));
    JsonNode report = JSON.readTree(json);
    assertThat(report.at("/findings/0/message").asText()).doesNotContain(key);
    assertThat(report.at("/configFacts/0/detail").asText()).doesNotContain(key);
    assertThat(report.at("/diagnostics/0/message").asText()).doesNotContain(key);
  }

  @Test
  void theShippedSchemaIsTheContract() throws IOException {
    // Guards against editing the copy in the jar without changing the version.
    JsonNode shipped = JSON.readTree(ReportSchema.resource());
    assertThat(shipped.at("/$id").asText()).isEqualTo("report-1.schema.json");
    assertThat(Files.exists(Path.of("src/main/resources/dev/aiaudit/report.schema.json"))).isTrue();
  }

  private static String render(Report report) throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonRenderer().render(report, out);
    return out.toString();
  }
}
