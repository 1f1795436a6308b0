package dev.aiaudit.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiaudit.model.Report;
import dev.aiaudit.render.CannedReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {
  private static String apply(String template, String injected) {
    Report report = CannedReport.hostile(injected);
    Runbook book =
        Runbook.of(
            report,
            report.providers().get(0),
            Optional.empty(),
            List.of(),
            Owners.of(Map.of()),
            Duration.ofMinutes(20));
    return new Templates(Map.of("impact.md", template)).apply("impact", "BUILT *IN*", book);
  }

  @Test
  void aTemplateReplacesOrExtendsASection() {
    assertThat(apply("mine\n", "")).isEqualTo("mine\n");
    assertThat(apply("{{generated}}\nmore {{! note}}\n", "")).isEqualTo("BUILT *IN*\nmore \n");
  }

  @Test
  void listsAreRepeatedAndTextIsEscaped() {
    assertThat(apply("{{name}}{{#findings}}x{{/findings}}{{^owners}}none{{/owners}}", "<b>`|"))
        .contains("&lt;b&gt;")
        .doesNotContain("<b>")
        .endsWith("none");
  }

  @ParameterizedTest
  @CsvSource({
    "a|{{nothing}}, 2, there is no 'nothing' here",
    "{{#entries}}|x, 1, {{#entries}} is never closed",
    "x|y|{{/entries}}, 3, {{/entries}} closes nothing",
    "{{a, 1, {{ is never closed",
    "{{{generated}}}, 1, is no name",
  })
  void errorsCarryFileAndLine(String template, int line, String problem) {
    assertThatThrownBy(() -> apply(template.replace('|', '\n'), ""))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith(".ai-audit/templates/impact.md:" + line + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void aTemplateForNoSectionIsAnError() {
    assertThatThrownBy(() -> new Templates(Map.of("impakt.md", "")))
        .hasMessageStartingWith(".ai-audit/templates/impakt.md:1: no such section");
  }
}
