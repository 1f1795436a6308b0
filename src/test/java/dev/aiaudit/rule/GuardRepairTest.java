package dev.aiaudit.rule;

import static dev.aiaudit.rule.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import org.junit.jupiter.api.Test;

class GuardRepairTest {

  private static String repair(GuardKind kind, String by, String reason) {
    return GuardRepair.of(Guard.ineffective(kind, by, line(9), reason));
  }

  @Test
  void aRetryOfSpringRetryIsNoTryStatement() {
    assertThat(repair(GuardKind.RETRY, "spring-retry", "the call on this does not pass the proxy"))
        .contains("bean of its own", "injected reference")
        .doesNotContain("Catch");
  }

  @Test
  void aCatchClauseIsMovedToWhereTheFailureAppearsOrGivenTheRightType() {
    assertThat(
            repair(
                GuardKind.FALLBACK,
                "try-catch",
                "the try block only makes the pipeline; it fails later, outside of it"))
        .contains("operator of the pipeline");
    assertThat(
            repair(
                GuardKind.FALLBACK,
                "try-catch",
                "catch (IOException) does not match what the request throws in an outage: X"))
        .startsWith("Catch the type that the SDK really throws");
  }

  @Test
  void namesTheMissingLibraryAndTheMissingAnnotation() {
    assertThat(
            repair(
                GuardKind.CIRCUIT_BREAKER,
                "resilience4j",
                "spring-boot-starter-aop is not among the dependencies: nothing happens"))
        .startsWith("Add spring-boot-starter-aop to the build");
    assertThat(
            repair(
                GuardKind.RETRY,
                "spring-retry",
                "no @EnableRetry in the project: the annotation does nothing"))
        .startsWith("Write @EnableRetry on a configuration class");
  }

  @Test
  void anAnnotationOnAPrivateMethodNeedsABeanMethod() {
    assertThat(repair(GuardKind.CACHE, "spring", "a proxy cannot override a private method"))
        .contains("public, non-final method")
        .doesNotContain("with a fallback");
  }

  @Test
  void aFallbackThatComesTooEarlyBelongsToTheOutermostGuard() {
    assertThat(
            repair(
                GuardKind.RETRY,
                "resilience4j",
                "the fallback of the circuit-breaker on the same method answers first, so that it"
                    + " never sees a failure"))
        .contains("outermost guard");
  }
}
