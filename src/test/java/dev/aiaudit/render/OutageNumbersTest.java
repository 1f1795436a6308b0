package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Policy;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Sla;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every number has its formula and its source, and there is none without them. */
class OutageNumbersTest {
  @Test
  void theTeamsOwnFigureIsTheCeilingAndComparedWithTheTarget() throws IOException {
    assertThat(text(CannedReport.usual(), "openai"))
        .contains("99.9%: http POST /orders/{id}/summary")
        .contains("what openai promises")
        .contains(
            "below the target of 99.95% (targets.availability): 43.2 min of outage in 30 days")
        .contains("instead of 21.6 min", "openai: 99.9%, dependencies.sla in the settings");
  }

  @Test
  void aProviderWithoutAFigureGetsNone() throws IOException {
    Report undecided = under(CannedReport.usual(), Policy.NONE);

    assertThat(text(undecided, "openai"))
        .contains("no SLA: http POST /orders/{id}/summary", "no documented SLA: openai")
        .contains("openai: no documented SLA, \"Scale Tier: 99.9%\" (official: openai.example,")
        .contains("not known: state what it costs under costs in .ai-audit.yml")
        .doesNotContain("what openai promises", "EUR", "targets.");
  }

  @Test
  void aFigureOfOneProviderIsOnlyABoundWhenAnotherHasNone() throws IOException {
    Report report = needing(List.of(List.of("bedrock"), List.of("openai")));

    assertThat(text(report, "bedrock"))
        .contains("99.9%: http ", "what bedrock promises")
        .contains("not counted for lack of a documented SLA: openai; with it the ceiling can only");
  }

  @Test
  void alternatesMultiplyTheirFailures() throws IOException {
    Report report = needing(List.of(List.of("azure-openai", "bedrock")));

    assertThat(text(report, "bedrock"))
        .contains("99.9999%: ")
        .contains("(1 - (1 - azure-openai) x (1 - bedrock)) = (1 - (1 - 99.9%) x (1 - 99.9%))");
  }

  @Test
  void anAlternateWithoutAFigureLeavesNone() throws IOException {
    assertThat(text(needing(List.of(List.of("bedrock", "openai"))), "bedrock"))
        .contains("no SLA: http ", "no documented SLA: bedrock, openai");
  }

  @Test
  void theCostIsWhatTheSettingsSayTimesTheMinutes() throws IOException {
    assertThat(text(CannedReport.usual(), "openai"))
        .contains("2400.00 EUR lost business", "20 min x 120 EUR per minute (costs.per-minute)")
        .contains("40.00 EUR requests that fail", "20 min x 40 per minute x 0.05 EUR")
        .contains("100.00 EUR people on the incident")
        .contains("3 people x 100 EUR per hour x 20 min / 60")
        .contains("2540.00 EUR in all")
        .contains("93% of the outage that the target of 99.95% leaves in 30 days: 20 of 21.6 min")
        .contains("longer than the recovery target of 15 min (targets.recovery)");
  }

  @Test
  void anOutageThatFailsNothingCostsNothing() throws IOException {
    assertThat(text(CannedReport.usual(), "mistral")).contains("nothing: no entry point fails");
  }

  @Test
  void aPricePerRequestIsNoSumWithoutTheirNumber() throws IOException {
    Policy.Costs costs =
        new Policy.Costs(
            Optional.of("EUR"),
            Optional.empty(),
            Optional.of(new BigDecimal("0.05")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Policy none = Policy.NONE;
    Policy policy =
        new Policy(
            none.maxWorstWait(),
            none.budgets(),
            none.demands(),
            none.allowedProviders(),
            none.dependencies(),
            none.targets(),
            costs);

    assertThat(text(under(CannedReport.usual(), policy), "openai"))
        .contains("0.05 EUR for each request that fails (costs.per-request); how many arrive is")
        .doesNotContain("in all");
  }

  private static String text(Report report, String provider) throws IOException {
    StringBuilder out = new StringBuilder();
    new OutageRenderer(report, Duration.ofMinutes(20))
        .text(Outage.of(report, List.of(provider)), out);
    return out.toString().replaceAll("\\s+", " ");
  }

  private static Report under(Report report, Policy policy) {
    return with(report, report.providers(), report.inventory().under(policy));
  }

  /** One entry point with these cut sets; bedrock and azure-openai have a documented figure. */
  private static Report needing(List<List<String>> cutSets) {
    Report usual = CannedReport.usual();
    EntryPoint entry =
        usual
            .inventory()
            .entryPoints()
            .get(0)
            .withOutage(Map.of("bedrock", Outcome.FAILS), cutSets);
    List<Provider> providers =
        List.of(provider("azure-openai", "99.9"), provider("bedrock", "99.9"));
    return with(usual, providers, new Inventory(List.of(), List.of(entry), List.of()));
  }

  private static Provider provider(String id, String percent) {
    Sla sla =
        new Sla(Optional.of(new BigDecimal(percent)), percent + "%", "official", id, "2026-11-23");
    return new Provider(id, id, 1, 1, 1, List.of(), Optional.of(sla));
  }

  private static Report with(Report report, List<Provider> providers, Inventory inventory) {
    return new Report(
        report.toolVersion(),
        report.catalog(),
        report.coverage(),
        providers,
        inventory,
        report.findings(),
        report.diagnostics());
  }
}
