package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Report;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
  @Test
  void whatWasWrittenIsReadBack() throws ReportFormatException {
    for (Report report :
        List.of(CannedReport.usual(), CannedReport.incomplete(), CannedReport.empty())) {
      assertThat(JsonReader.read(json(report))).isEqualTo(report);
    }
  }

  @Test
  void whatSurroundsACallIsReadBack() throws Exception {
    Report usual = CannedReport.usual();
    Inventory known = usual.inventory();
    CallSite site = known.callSites().get(0);
    Location place = new Location("src/main/java/Tx.java", 7, 3, 9, 4);
    Circumstance held =
        new Circumstance(
            Circumstance.Kind.HELD, site.id(), Optional.of("http:a"), place, "a transaction");
    Circumstance unseen =
        new Circumstance(Circumstance.Kind.UNOBSERVED, site.id(), Optional.empty(), place, "");
    Inventory inventory =
        new Inventory(
            known.callSites(),
            known.entryPoints(),
            known.configFacts(),
            List.of(held, unseen),
            known.policy(),
            known.ignores());
    String json = json(Rendered.withInventory(usual, inventory));

    assertThat(JsonReader.read(json).inventory().circumstances()).containsExactly(held, unseen);
    assertThat(ReportSchema.violations(json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schemaVersion\": \"1\"  | \"schemaVersion\": \"2\" | this version of ai-audit reads 1",
        "\"schemaVersion\": \"1\"  | \"x\": 1                 | there is no schemaVersion",
        "\"files\": 310          | \"files\": \"many\"      | /scan/files should be a whole number",
        "\"coupling\": \"waits\"   | \"coupling\": \"wait\"   | /callSites/0/coupling should be one"
            + " of",
        "\"ruleId\": \"AIA013\"    | \"ruleId\": \"<b>\"      | /findings/0/ruleId should be a rule"
            + " id",
        "\"startLine\": 18       | \"startLine\": 0       | /entryPoints/0/location should be a"
            + " range",
        "\"worstWait\": \"PT20M1.5S\" | \"worstWait\": \"long\" | ISO 8601 duration, but is string"
            + " 'long'",
        "\"root\":               | \"toor\":               | /scan/root should be text, but is"
            + " nothing",
        "\"perMinute\": 120      | \"perMinute\": 1e99    | /policy/costs/perMinute should be a"
            + " number",
        "\"availability\": 99.95 | \"availability\": 101 | /policy/targets/availability should be"
            + " a percentage",
        "\"files\": 310          | \"files\": 310,,        | no JSON in line 11",
      })
  void aWrongReportIsToldWithThePlace(String right, String wrong, String complaint) {
    String json = json(CannedReport.usual());
    assertThat(json).contains(right);
    String broken = json.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
    assertThatThrownBy(() -> JsonReader.read(broken))
        .isInstanceOf(ReportFormatException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void deepNestingIsRefusedNotFollowed() {
    assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
        .isInstanceOf(ReportFormatException.class);
    assertThatThrownBy(() -> JsonReader.read("[]")).isInstanceOf(ReportFormatException.class);
    assertThatThrownBy(() -> JsonReader.read("")).isInstanceOf(ReportFormatException.class);
  }

  private static String json(Report report) {
    return Rendered.text(new JsonRenderer(), report);
  }
}
