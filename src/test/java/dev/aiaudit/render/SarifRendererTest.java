package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SarifRendererTest {
  private static final JsonSchema SCHEMA = Schemas.sarif();

  @Test
  void theOutputIsValidByThePublishedSchema() throws IOException {
    for (Report report :
        List.of(CannedReport.usual(), CannedReport.incomplete(), CannedReport.empty())) {
      assertThat(Schemas.problems(SCHEMA, sarif(report))).isEmpty();
    }
    assertThat(Schemas.problems(SCHEMA, "{\"version\":\"2.1.0\"}")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.Rendered#payloads")
  void hostileNamesStayValidAndPathsStayRelative(String payload) throws IOException {
    String sarif = sarif(CannedReport.hostile(payload));
    assertThat(Schemas.problems(SCHEMA, sarif)).isEmpty();
    for (JsonNode uri : Schemas.JSON.readTree(sarif).findValues("uri")) {
      URI parsed = URI.create(uri.asText());
      assertThat(parsed.getScheme()).isNull();
      assertThat(parsed.getRawAuthority()).isNull();
      assertThat(parsed.getRawQuery()).isNull();
      assertThat(parsed.getRawFragment()).isNull();
    }
    assertThat(Schemas.JSON.readTree(sarif).findValuesAsText("text"))
        .noneMatch(text -> text.contains("]("));
  }

  @Test
  void thePathLeadsFromTheEntryPointToTheCall() throws IOException {
    JsonNode result = result("AIA001");
    JsonNode steps = result.at("/codeFlows/0/threadFlows/0/locations");
    assertThat(steps).hasSize(4);
    assertThat(steps.at("/0/location/message/text").asText())
        .isEqualTo("Entry point http POST /orders/{id}/summary");
    assertThat(steps.at("/3/location/message/text").asText())
        .isEqualTo("SummaryService.complete calls ChatCompletionService.create");
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("samples/shop/src/main/java/com/shop/ai/SummaryService.java");
    // The place ends at column 56 inclusively.
    assertThat(result.at("/locations/0/physicalLocation/region/endColumn").asInt()).isEqualTo(57);
    assertThat(result.at("/partialFingerprints/aiAudit~1v1").asText()).isEqualTo("f1");
    assertThat(result.at("/suppressions")).isEmpty();
  }

  @Test
  void suppressionsAndDiagnosticsAreTold() throws IOException {
    assertThat(result("AIA010").at("/suppressions/0/kind").asText()).isEqualTo("inSource");
    JsonNode run = Schemas.JSON.readTree(sarif(CannedReport.incomplete())).at("/runs/0");
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
    assertThat(run.at("/invocations/0/toolExecutionNotifications/1/level").asText())
        .isEqualTo("error");
  }

  @Test
  void moreResultsThanGitHubTakesLoseTheMildestOnes() throws IOException {
    Report report = CannedReport.usual();
    Finding note = report.findings().get(0);
    List<Finding> many = new java.util.ArrayList<>(Collections.nCopies(25_004, note));
    many.add(report.findings().get(2));
    JsonNode run = Schemas.JSON.readTree(sarif(Rendered.withFindings(report, many))).at("/runs/0");
    assertThat(run.at("/results")).hasSize(SarifRenderer.MAX_RESULTS);
    assertThat(run.at("/results/24999/level").asText()).isEqualTo(Severity.ERROR.word());
    assertThat(run.at("/invocations/0/toolExecutionNotifications/2/message/text").asText())
        .isEqualTo("5 of the mildest findings were left out");
  }

  private static JsonNode result(String rule) throws IOException {
    for (JsonNode result :
        Schemas.JSON.readTree(sarif(CannedReport.usual())).at("/runs/0/results")) {
      if (result.path("ruleId").asText().equals(rule)) {
        return result;
      }
    }
    throw new AssertionError("no result of " + rule);
  }

  private static String sarif(Report report) {
    return Rendered.text(new SarifRenderer(Rendered.RULES), report);
  }
}
