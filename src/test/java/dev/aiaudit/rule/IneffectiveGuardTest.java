package dev.aiaudit.rule;

import static dev.aiaudit.rule.Fixtures.check;
import static dev.aiaudit.rule.Fixtures.frame;
import static dev.aiaudit.rule.Fixtures.http;
import static dev.aiaudit.rule.Fixtures.inventory;
import static dev.aiaudit.rule.Fixtures.line;
import static dev.aiaudit.rule.Fixtures.site;
import static dev.aiaudit.rule.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Policy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IneffectiveGuardTest {

  private static final Frame API = frame("shop.Api.a");

  private final Rule rule = new IneffectiveGuard();
  private final Guard breaker =
      Guard.ineffective(
          GuardKind.CIRCUIT_BREAKER, "resilience4j", line(25), "called on this object");

  @Test
  void reportsAGuardOnceHoweverManyPathsPassIt() {
    Frame guarded = frame("shop.Chat.ask(String)", breaker);
    CallSite site =
        site()
            .guards(breaker)
            .paths(
                waiting("a", Handling.NONE, API, guarded),
                waiting("b", Handling.NONE, frame("shop.Api.b"), guarded))
            .build();

    List<Finding> findings = check(rule, inventory(List.of(site), http("a"), http("b")));

    assertThat(findings)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.location()).isEqualTo(line(25));
              assertThat(f.message())
                  .isEqualTo(
                      "This circuit breaker (resilience4j) cannot act: called on this object");
              assertThat(f.entryPoint()).contains("a");
            });
  }

  @Test
  void reportsTwoKindsAtOnePlaceSeparately() {
    Guard fallback =
        Guard.ineffective(GuardKind.FALLBACK, "resilience4j", line(25), "no such method");
    CallSite site = site().guards(breaker, fallback).build();
    assertThat(check(rule, inventory(List.of(site))))
        .hasSize(2)
        .extracting(Finding::fingerprint)
        .doesNotHaveDuplicates();
  }

  private Guard withoutLibrary(GuardKind kind, int line) {
    return Guard.ineffective(
        kind,
        "resilience4j",
        line(line),
        "spring-boot-starter-aop is not among the dependencies: nothing happens");
  }

  @Test
  void reportsOneCauseOfAModuleOnceWithAllItsPlaces() {
    Frame ask =
        frame(
            "shop.Chat.ask(String)",
            withoutLibrary(GuardKind.CIRCUIT_BREAKER, 40),
            withoutLibrary(GuardKind.FALLBACK, 40),
            withoutLibrary(GuardKind.RETRY, 41));
    Frame draw = frame("shop.Chat.draw(String)", withoutLibrary(GuardKind.TIMEOUT, 60));
    CallSite one = site().paths(waiting("a", Handling.NONE, API, ask)).build();
    CallSite two = site().line(70).paths(waiting("a", Handling.NONE, API, draw)).build();

    List<Finding> findings = check(rule, inventory(List.of(one, two), http("a")));

    assertThat(findings)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.location()).isEqualTo(line(40));
              assertThat(f.related()).containsExactly(line(41), line(60));
              assertThat(f.message())
                  .isEqualTo(
                      "3 guards of resilience4j (timeout, retry, circuit breaker, fallback) cannot"
                          + " act: spring-boot-starter-aop is not among the dependencies: nothing"
                          + " happens; also at Chat.java:41, Chat.java:60");
            });
    assertThat(check(rule, inventory(List.of(two), http("a"))))
        .extracting(Finding::fingerprint)
        .containsExactly(findings.get(0).fingerprint());
  }

  @Test
  void foldsAFallbackIntoTheGuardThatWouldRunIt() {
    Guard fallback =
        Guard.ineffective(GuardKind.FALLBACK, "resilience4j", line(25), "called on this object");
    CallSite site = site().guards(breaker, fallback).build();
    assertThat(check(rule, inventory(List.of(site))))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.message())
                    .startsWith("This circuit breaker and its fallback (resilience4j)"));
  }

  @Test
  void keepsTheSameReasonInTwoMethodsApart() {
    String reason = "the call on this does not pass the proxy";
    Guard one = Guard.ineffective(GuardKind.RETRY, "spring-retry", line(25), reason);
    Guard two = Guard.ineffective(GuardKind.RETRY, "spring-retry", line(35), reason);
    CallSite site =
        site()
            .paths(
                waiting(
                    "a",
                    Handling.NONE,
                    frame("shop.Chat.ask(String)", one),
                    frame("shop.Chat.draw(String)", two)))
            .build();
    assertThat(check(rule, inventory(List.of(site), http("a")))).hasSize(2);
  }

  @Test
  void reportsALimitThatNothingApplies() {
    CallSite site = site().paths(waiting("a", Handling.NONE, API)).build();
    Circumstance limit =
        new Circumstance(
            Circumstance.Kind.UNUSED_LIMIT,
            site.id(),
            Optional.empty(),
            line(3),
            "nothing asks for resilience4j.timelimiter.instances.claude");
    Inventory inventory =
        new Inventory(
            List.of(site), List.of(http("a")), List.of(), List.of(limit), Policy.NONE, List.of());
    assertThat(check(rule, inventory))
        .singleElement()
        .satisfies(
            f -> assertThat(f.message()).startsWith("This setting cannot act: nothing asks"));
  }

  @Test
  void isSilentOnEffectiveGuardsAndInTestCode() {
    CallSite fine =
        site().guards(Guard.effective(GuardKind.RETRY, "spring-retry", line(9))).build();
    CallSite test = site().test().guards(breaker).build();
    assertThat(check(rule, inventory(List.of(fine, test)))).isEmpty();
  }
}
