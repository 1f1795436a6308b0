package dev.aiaudit.rule;

import static dev.aiaudit.rule.Fixtures.check;
import static dev.aiaudit.rule.Fixtures.detached;
import static dev.aiaudit.rule.Fixtures.entry;
import static dev.aiaudit.rule.Fixtures.frame;
import static dev.aiaudit.rule.Fixtures.http;
import static dev.aiaudit.rule.Fixtures.inventory;
import static dev.aiaudit.rule.Fixtures.site;
import static dev.aiaudit.rule.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnguardedCriticalCallTest {

  private final Rule rule = new UnguardedCriticalCall();

  @ParameterizedTest
  @EnumSource(
      value = Handling.class,
      names = {"NONE", "RETHROW", "ERROR_RESPONSE"})
  void reportsEachHandlingThatFailsTheCaller(Handling handling) {
    CallSite site = site().paths(waiting("a", handling, frame("shop.Api.a"))).build();
    assertThat(check(rule, inventory(List.of(site), http("a")))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Handling.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "RETHROW", "ERROR_RESPONSE"})
  void isSilentOnEveryOtherHandling(Handling handling) {
    CallSite site = site().paths(waiting("a", handling, frame("shop.Api.a"))).build();
    assertThat(check(rule, inventory(List.of(site), http("a")))).isEmpty();
  }

  @Test
  void isSilentWhenNobodyWaits() {
    CallSite site = site().paths(detached("q", Handling.NONE, frame("shop.Api.q"))).build();
    assertThat(check(rule, inventory(List.of(site), entry("q", EntryKind.MESSAGE)))).isEmpty();
  }

  @Test
  void isSilentInTestCode() {
    CallSite site = site().test().paths(waiting("a", Handling.NONE, frame("shop.Api.a"))).build();
    assertThat(check(rule, inventory(List.of(site), http("a")))).isEmpty();
  }

  @Test
  void showsTheShortestOfTheWorstPathsAndCountsTheEntries() {
    CallSite site =
        site()
            .paths(
                waiting("a", Handling.RETHROW, frame("shop.Api.a")),
                waiting("b", Handling.NONE, frame("shop.Api.b"), frame("x.Y.z"), frame("x.Y.w")),
                waiting("c", Handling.NONE, frame("shop.Api.c"), frame("x.Y.z")),
                waiting("d", Handling.CACHE, frame("shop.Api.d")))
            .build();

    Finding finding =
        check(rule, inventory(List.of(site), http("a"), http("b"), http("c"), http("d"))).get(0);

    assertThat(finding.entryPoint()).contains("c");
    assertThat(finding.path()).hasSize(2);
    assertThat(finding.callSite()).contains(site.id());
    assertThat(finding.location()).isEqualTo(site.location());
    assertThat(finding.message())
        .isEqualTo(
            "HTTP entry POST /c (Api.c) waits for openai, and nothing on the way catches a"
                + " failure; 3 entry points are affected");
  }

  @Test
  void isSilentOnTheLastLegOfAChainThatTheEntrySurvives() {
    CallSite leg = site().paths(waiting("a", Handling.NONE, frame("shop.Api.a"))).build();
    assertThat(check(rule, inventory(List.of(leg), http("a", "openai", Outcome.SURVIVES))))
        .isEmpty();
    assertThat(check(rule, inventory(List.of(leg), http("a", "openai", Outcome.FAILS)))).hasSize(1);
  }

  @Test
  void fingerprintsSurviveMovedLinesAndDifferForEqualCalls() {
    List<Finding> before = twoEqualCalls(30, 31);
    List<Finding> after = twoEqualCalls(130, 140);

    assertThat(after)
        .extracting(Finding::fingerprint)
        .isEqualTo(before.stream().map(Finding::fingerprint).toList())
        .doesNotHaveDuplicates();
  }

  private List<Finding> twoEqualCalls(int first, int second) {
    CallSite one =
        site().line(first).paths(waiting("a", Handling.NONE, frame("shop.Api.a"))).build();
    CallSite two =
        site().line(second).paths(waiting("a", Handling.NONE, frame("shop.Api.a"))).build();
    return check(rule, inventory(List.of(one, two), http("a")));
  }
}
