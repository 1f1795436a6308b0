package dev.aiaudit.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.CannedReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunbookTest {

  @Test
  void aProviderThatIsChosenByConfigurationHasAPageToo() {
    Report report = CannedReport.usual();
    Provider chosen = new Provider("configured", "Chosen by configuration", 1, 0, 1, List.of());
    Runbook book =
        Runbook.of(
            report,
            chosen,
            Optional.empty(),
            List.of(),
            Owners.of(Map.of()),
            Duration.ofMinutes(20));
    RunbookWriter writer = new RunbookWriter(new Templates(Map.of()), "../");
    assertThat(Regeneration.fresh(writer.page(book)).text())
        .contains("# The configured AI provider is down");
  }
}
