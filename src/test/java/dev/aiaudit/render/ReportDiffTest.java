package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Report;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportDiffTest {
  @Test
  void theSameReportDiffersInNothing() {
    assertThat(ReportDiff.of(CannedReport.usual(), CannedReport.usual()).isEmpty()).isTrue();
  }

  @Test
  void whatIsNewInOneDirectionIsGoneInTheOther() {
    ReportDiff there = ReportDiff.of(CannedReport.empty(), CannedReport.usual());
    ReportDiff back = ReportDiff.of(CannedReport.usual(), CannedReport.empty());
    // A suppressed finding and a call site in tests do not count.
    assertThat(there.newFindings()).hasSize(3).isEqualTo(back.goneFindings());
    assertThat(there.newSites()).hasSize(2).isEqualTo(back.goneSites());
    assertThat(there.newProviders()).containsExactly("anthropic", "openai");
    assertThat(back.goneProviders()).containsExactly("anthropic", "openai");
  }

  @Test
  void aSecondFindingWithTheSameFingerprintIsNew() {
    Report once = CannedReport.usual();
    List<dev.aiaudit.model.Finding> twice = new java.util.ArrayList<>(once.findings());
    twice.add(once.findings().get(2));
    assertThat(ReportDiff.of(once, Rendered.withFindings(once, twice)).newFindings()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.Rendered#payloads")
  void hostileNamesHaveNoPowerInAnyForm(String payload) throws IOException {
    DiffRenderer renderer =
        new DiffRenderer(ReportDiff.of(CannedReport.empty(), CannedReport.hostile(payload)));
    StringBuilder out = new StringBuilder();
    renderer.text(out);
    renderer.markdown(out);
    renderer.json(out);
    HostileText.assertHarmless(out.toString());
  }
}
