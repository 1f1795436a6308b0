package dev.aiaudit.rule;

import static dev.aiaudit.rule.Fixtures.check;
import static dev.aiaudit.rule.Fixtures.detached;
import static dev.aiaudit.rule.Fixtures.entry;
import static dev.aiaudit.rule.Fixtures.frame;
import static dev.aiaudit.rule.Fixtures.http;
import static dev.aiaudit.rule.Fixtures.inventory;
import static dev.aiaudit.rule.Fixtures.line;
import static dev.aiaudit.rule.Fixtures.sdkDefault;
import static dev.aiaudit.rule.Fixtures.site;
import static dev.aiaudit.rule.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.WaitTerm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OtherRulesTest {

  private static final Frame API = frame("shop.Api.a");

  @Nested
  class Swallowed {
    private final Rule rule = new SwallowedFailure();

    @Test
    void reportsASiteWhoseWorstPathSwallows() {
      CallSite site = site().paths(waiting("a", Handling.SWALLOW, API)).build();
      assertThat(check(rule, inventory(List.of(site), http("a")))).hasSize(1);
    }

    @Test
    void leavesASiteThatIsWorseElsewhereToTheOtherRule() {
      CallSite site =
          site()
              .paths(
                  waiting("a", Handling.SWALLOW, API),
                  waiting("b", Handling.NONE, frame("shop.Api.b")))
              .build();
      assertThat(check(rule, inventory(List.of(site), http("a"), http("b")))).isEmpty();
    }

    @Test
    void isSilentOnTheLastLegOfAChainThatTheEntrySurvives() {
      CallSite leg = site().paths(waiting("a", Handling.SWALLOW, API)).build();
      assertThat(check(rule, inventory(List.of(leg), http("a", "openai", Outcome.SURVIVES))))
          .isEmpty();
      assertThat(check(rule, inventory(List.of(leg), http("a", "openai", Outcome.DEGRADES))))
          .hasSize(1);
    }

    @Test
    void isSilentOnAStaticAnswer() {
      CallSite site = site().paths(waiting("a", Handling.STATIC, API)).build();
      assertThat(check(rule, inventory(List.of(site), http("a")))).isEmpty();
    }
  }

  @Nested
  class SameProvider {
    private final Rule rule = new SameProviderFallback();

    @Test
    void reportsAnAlternateOfTheSameProviderOnAWaitingPath() {
      CallSite site = site().paths(waiting("a", Handling.ALTERNATE_SAME_PROVIDER, API)).build();
      assertThat(check(rule, inventory(List.of(site), http("a"))))
          .singleElement()
          .satisfies(f -> assertThat(f.message()).contains("needs openai too"));
    }

    @Test
    void isSilentOnAnotherProviderAndOnDetachedPaths() {
      CallSite other = site().paths(waiting("a", Handling.ALTERNATE_OTHER_PROVIDER, API)).build();
      CallSite queue = site().paths(detached("q", Handling.ALTERNATE_SAME_PROVIDER, API)).build();
      assertThat(
              check(
                  rule, inventory(List.of(other, queue), http("a"), entry("q", EntryKind.MESSAGE))))
          .isEmpty();
    }
  }

  @Nested
  class WorstWait {
    private final Rule rule = new WorstWaitTooLong();

    @Test
    void reportsAWaitOverTheBudgetWithItsTerms() {
      CallSite site =
          site()
              .worstWait(Duration.ofMinutes(30))
              .terms(term("3 attempts x 10 min timeout", 1800))
              .paths(waiting("a", Handling.STATIC, API))
              .build();
      assertThat(check(rule, inventory(List.of(site), http("a"))))
          .singleElement()
          .satisfies(
              f ->
                  assertThat(f.message())
                      .isEqualTo(
                          "HTTP entry POST /a (Api.a) can wait 30 min for openai (3 attempts x 10"
                              + " min timeout), more than the budget of 30 s"));
    }

    private static WaitTerm term(String what, int seconds) {
      return new WaitTerm(
          what, Optional.of(Duration.ofSeconds(seconds)), Evidence.ASSUMED, Optional.empty());
    }

    @Test
    void countsTheKnownPartOfAWaitWithoutEnd() {
      WaitTerm endless =
          new WaitTerm("the answer", Optional.empty(), Evidence.ASSUMED, Optional.empty());
      CallSite pausing =
          site()
              .terms(endless, term("pauses", 1142))
              .paths(waiting("a", Handling.NONE, API))
              .build();
      CallSite only = site().terms(endless).paths(waiting("a", Handling.NONE, API)).build();
      assertThat(check(rule, inventory(List.of(pausing, only), http("a"))))
          .singleElement()
          .satisfies(f -> assertThat(f.message()).contains("can wait at least 19 min 2 s"));
      assertThat(check(new NoTimeout(), inventory(List.of(only), http("a"))))
          .singleElement()
          .satisfies(f -> assertThat(f.message()).contains("waits without end for openai"));
    }

    @Test
    void isSilentOnADifferenceThatItsWordsDoNotShow() {
      CallSite site =
          site()
              .worstWait(Duration.ofMillis(30_250))
              .paths(waiting("a", Handling.NONE, API))
              .build();
      assertThat(check(rule, inventory(List.of(site), http("a")))).isEmpty();
      CallSite more =
          site().worstWait(Duration.ofSeconds(31)).paths(waiting("a", Handling.NONE, API)).build();
      assertThat(check(rule, inventory(List.of(more), http("a")))).hasSize(1);
    }

    @Test
    void isSilentAtTheBudgetAndWhereNobodyWaits() {
      CallSite exact =
          site().worstWait(Duration.ofSeconds(30)).paths(waiting("a", Handling.NONE, API)).build();
      CallSite queue =
          site().worstWait(Duration.ofHours(1)).paths(detached("q", Handling.NONE, API)).build();
      Inventory inventory =
          inventory(List.of(exact, queue), http("a"), entry("q", EntryKind.MESSAGE));
      assertThat(check(rule, inventory)).isEmpty();
      assertThat(check(new WorstWaitTooLong(Duration.ofSeconds(29)), inventory)).hasSize(1);
    }
  }

  @Nested
  class Timeout {
    private final Rule rule = new NoTimeout();

    private CallSite with(Guard... guards) {
      return site().guards(guards).paths(waiting("a", Handling.STATIC, API)).build();
    }

    @Test
    void reportsADefaultOfMinutesAsTheOnlyTimeout() {
      CallSite site = with(sdkDefault(GuardKind.TIMEOUT, "PT10M"));
      assertThat(check(rule, inventory(List.of(site), http("a"))))
          .singleElement()
          .satisfies(f -> assertThat(f.message()).contains("openai-java is 10 min"));
    }

    @Test
    void isSilentWhenNothingIsKnownOrATimeoutIsWrittenOrTheDefaultIsShort() {
      Guard written = Guard.effective(GuardKind.TIMEOUT, "openai-java", line(3)).withValue("PT5M");
      List<CallSite> sites =
          List.of(
              with(),
              with(sdkDefault(GuardKind.TIMEOUT, "PT10M"), written),
              with(sdkDefault(GuardKind.TIMEOUT, "PT1M")));
      assertThat(check(rule, inventory(sites, http("a")))).isEmpty();
    }

    @Test
    void isSilentWhenALibraryOrAGatewayReadsATimeoutForTheProvider() {
      assertThat(besides(configured("spring.ai.openai.timeout = 20s"))).isEmpty();
      assertThat(besides(configured("LANGCHAIN4J_OPEN_AI_CHAT_MODEL_TIMEOUT = 20s"))).isEmpty();
      assertThat(besides(configured("request_timeout = 20"))).isEmpty();
    }

    @Test
    void aTimeoutThatNoLibraryReadsEndsNoWait() {
      assertThat(besides(configured("ai.providers.alibaba.timeout = 20s"))).hasSize(1);
      assertThat(besides(configured("job test limit 30 min"))).hasSize(1);
      ConfigFact unread = configured("spring.ai.openai.timeout: unread");
      assertThat(besides(unread.judged(FactVerdict.INEFFECTIVE))).hasSize(1);
    }

    private ConfigFact configured(String detail) {
      return new ConfigFact(line(1), FactKind.TIMEOUT, "openai", detail, Evidence.DECLARED);
    }

    private List<Finding> besides(ConfigFact fact) {
      CallSite site = with(sdkDefault(GuardKind.TIMEOUT, "PT10M"));
      return check(rule, new Inventory(List.of(site), List.of(http("a")), List.of(fact)));
    }
  }

  @Nested
  class Retries {
    private final Rule rule = new RetryStorm();
    private final Guard retryable =
        Guard.effective(GuardKind.RETRY, "spring-retry", line(9)).withValue("3 attempts");

    @Test
    void multipliesTheLayersOfAPath() {
      CallSite site =
          site()
              .guards(sdkDefault(GuardKind.RETRY, "2 retries"), retryable)
              .paths(waiting("a", Handling.NONE, API, frame("shop.Chat.ask", retryable)))
              .build();
      assertThat(check(rule, inventory(List.of(site), http("a"))))
          .singleElement()
          .satisfies(f -> assertThat(f.message()).contains("2 nested retries", "multiply to 9"));
    }

    @Test
    void isSilentOnOneLayerAndOnALayerOfASingleAttempt() {
      CallSite one =
          site().paths(waiting("a", Handling.NONE, frame("shop.Api.a", retryable))).build();
      CallSite off =
          site()
              .guards(sdkDefault(GuardKind.RETRY, "0 retries"))
              .paths(waiting("a", Handling.NONE, frame("shop.Api.a", retryable)))
              .build();
      assertThat(check(rule, inventory(List.of(one, off), http("a")))).isEmpty();
    }
  }

  @Nested
  class Single {
    private final Rule rule = new SingleProvider();

    private EntryPoint cut(String id, List<List<String>> cutSets) {
      return http(id).withOutage(Map.of(), cutSets);
    }

    private List<CallSite> waitedForBy(String... entries) {
      return List.of(
          site()
              .paths(
                  Arrays.stream(entries)
                      .map(e -> waiting(e, Handling.NONE, API))
                      .toArray(CallPath[]::new))
              .build());
    }

    @Test
    void doesNotCountAnEntryThatOnlySetsTheCallOff() {
      EntryPoint off = http("off", "openai", Outcome.FAILS);
      CallSite queue = site().paths(detached("off", Handling.NONE, API)).build();
      assertThat(check(rule, inventory(List.of(queue), off))).isEmpty();
      List<CallSite> both = new ArrayList<>(waitedForBy("a"));
      both.add(queue);
      assertThat(check(rule, inventory(both, off, http("a", "openai", Outcome.FAILS))))
          .singleElement()
          .satisfies(f -> assertThat(f.message()).startsWith("HTTP entry POST /a"));
    }

    @Test
    void reportsOneFindingWhenAllWaitingEntriesHangOnOneProvider() {
      Inventory inventory =
          inventory(
              waitedForBy("a", "b"),
              http("a", "openai", Outcome.FAILS),
              http("b", "openai", Outcome.FAILS));
      assertThat(check(rule, inventory))
          .singleElement()
          .satisfies(f -> assertThat(f.message()).startsWith("All 2 waiting entry points"));
    }

    @Test
    void isSilentWhenOneEntrySurvivesOrHangsOnAnother() {
      EntryPoint openai = cut("a", List.of(List.of("openai")));
      assertThat(check(rule, inventory(waitedForBy("a", "b"), openai, cut("b", List.of()))))
          .isEmpty();
      assertThat(
              check(
                  rule,
                  inventory(
                      waitedForBy("a", "b"), openai, cut("b", List.of(List.of("anthropic"))))))
          .isEmpty();
      assertThat(
              check(
                  rule,
                  inventory(waitedForBy("c"), cut("c", List.of(List.of("openai", "anthropic"))))))
          .isEmpty();
      assertThat(check(rule, inventory(List.of()))).isEmpty();
    }
  }
}
