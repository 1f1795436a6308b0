package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageTest {
  @Test
  void entriesOfTheProviderThatIsDownAreToldWithTheReason() {
    Outage outage = Outage.of(CannedReport.usual(), List.of("openai"));
    assertThat(outage.with(Outcome.FAILS)).hasSize(2);
    Outage.Effect first = outage.with(Outcome.FAILS).get(0);
    assertThat(first.why())
        .startsWith("a failure is caught and thrown again at ")
        .contains("SummaryService.java:56");
    assertThat(first.hang().most()).contains(Duration.ofMinutes(20).plusMillis(1500));
    assertThat(outage.with(Outcome.DEGRADES)).hasSize(1);
    assertThat(outage.unaffected()).isZero();
  }

  @Test
  void providersThatNobodyNeedsAffectNothing() {
    Outage outage = Outage.of(Rendered.large(8), List.of("mistral"));
    assertThat(outage.effects()).isEmpty();
    assertThat(outage.unaffected()).isEqualTo(8);
  }

  @Test
  void anAlternativeThatMayBeDownTooIsNoSurvival() {
    Outage alone = Outage.of(Rendered.large(12), List.of("anthropic"));
    Outage together = Outage.of(Rendered.large(12), List.of("anthropic", "openai", "bedrock"));
    assertThat(alone.with(Outcome.SURVIVES)).hasSize(1);
    assertThat(together.with(Outcome.SURVIVES)).isEmpty();
    assertThat(together.effects()).hasSize(12);
  }

  @Test
  void aWaitLongerThanTheOutageLastsAsLongAsTheOutage() throws IOException {
    StringBuilder text = new StringBuilder();
    new OutageRenderer(CannedReport.usual(), Duration.ofMinutes(20))
        .text(Outage.of(CannedReport.usual(), List.of("openai")), text);
    assertThat(text)
        .startsWith("While openai is down for 20 min: 2 fail, 1 degrades")
        .contains("callers hang for as long as the outage lasts (worst wait 20 min 1 s)")
        .contains("nobody waits for it");
  }
}
