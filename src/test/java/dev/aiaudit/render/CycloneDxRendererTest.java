package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CycloneDxRendererTest {
  private static final JsonSchema SCHEMA = Schemas.cycloneDx();

  @Test
  void theOutputIsValidByThePublishedSchema() throws IOException {
    for (Report report :
        List.of(CannedReport.usual(), CannedReport.incomplete(), CannedReport.empty())) {
      assertThat(Schemas.problems(SCHEMA, bom(report))).isEmpty();
    }
    assertThat(Schemas.problems(SCHEMA, "{\"bomFormat\":\"x\"}")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.Rendered#payloads")
  void hostileNamesStayValid(String payload) throws IOException {
    assertThat(Schemas.problems(SCHEMA, bom(CannedReport.hostile(payload)))).isEmpty();
  }

  @Test
  void providersAreServicesAndSdksAreComponents() throws IOException {
    JsonNode bom = Schemas.JSON.readTree(bom(CannedReport.usual()));
    assertThat(bom.at("/services/1/name").asText()).isEqualTo("OpenAI");
    assertThat(bom.at("/components/0/purl").asText())
        .isEqualTo("pkg:maven/com.openai/openai-java@2.0.0");
    assertThat(bom.at("/services/1/properties").findValuesAsText("name"))
        .contains("ai-audit:guard:timeout", "ai-audit:guard:retry:ineffective");
  }

  @Test
  void endpointsAreThoseThatTheConfigurationStatesWithoutUserNamesAndQueries() {
    assertThat(
            Endpoints.of(
                List.of(
                    url("spring.ai.openai.base-url: https://u:p@gw.shop.com:8443/v1?key=1"),
                    url("${OPENAI_URL:https://api.openai.com}"),
                    url("file:///etc/passwd"),
                    url("httpx://a")),
                "openai"))
        .containsExactly("https://api.openai.com", "https://gw.shop.com:8443/v1");
  }

  private static ConfigFact url(String detail) {
    Location place = Location.ofLine("application.yml", 1);
    return new ConfigFact(place, FactKind.BASE_URL, "openai", detail, Evidence.DECLARED);
  }

  private static String bom(Report report) {
    return Rendered.text(new CycloneDxRenderer(), report);
  }
}
