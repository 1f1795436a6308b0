package dev.aiaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What annotations do to the failure of the one request of a small Spring application. */
class ProxyGuardsTest {
  private static final String R4J =
      dependency("org.springframework.boot", "spring-boot-starter-web")
          + dependency("org.springframework.boot", "spring-boot-starter-aop")
          + dependency("io.github.resilience4j", "resilience4j-spring-boot3");
  private static final String GOOD =
      "public String rules(String q, Throwable t) { return \"See the handbook.\"; }";
  private static final String BREAKER =
      "@CircuitBreaker(name = \"ai\", fallbackMethod = \"rules\") public";

  @TempDir Path folder;

  static String dependency(String group, String artifact) {
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId></dependency>"
        .formatted(group, artifact);
  }

  private Scanned scan(String dependencies, String head, String more) throws Exception {
    return scan(dependencies, "@Service class Answers", head, more, "return answers.ask(q);");
  }

  private Scanned scan(
      String dependencies, String type, String head, String more, String call, String... files)
      throws Exception {
    String[] all = new String[files.length + 4];
    all[0] = "pom.xml";
    all[1] =
        "<project><groupId>a</groupId><artifactId>a</artifactId><version>1</version><dependencies>"
            + dependencies
            + dependency("dev.langchain4j", "langchain4j-open-ai")
            + "</dependencies></project>";
    all[2] = "src/main/java/app/App.java";
    all[3] = source(type, head, more, call);
    System.arraycopy(files, 0, all, 4, files.length);
    return Scanned.of(folder, all);
  }

  private static String source(String type, String head, String more, String call) {
    return """
        package app;
        import com.alibaba.csp.sentinel.annotation.SentinelResource;
        import com.netflix.hystrix.contrib.javanica.annotation.HystrixCommand;
        import dev.langchain4j.model.chat.ChatModel;
        import io.github.resilience4j.bulkhead.annotation.Bulkhead;
        import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
        import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
        import io.github.resilience4j.retry.annotation.Retry;
        import io.github.resilience4j.timelimiter.annotation.TimeLimiter;
        import java.util.concurrent.CompletableFuture;
        import org.springframework.boot.autoconfigure.SpringBootApplication;
        import org.springframework.cache.annotation.Cacheable;
        import org.springframework.retry.annotation.Backoff;
        import org.springframework.retry.annotation.EnableRetry;
        import org.springframework.retry.annotation.Recover;
        import org.springframework.retry.annotation.Retryable;
        import org.springframework.scheduling.annotation.Async;
        import org.springframework.scheduling.annotation.EnableAsync;
        import org.springframework.stereotype.Service;
        import org.springframework.web.bind.annotation.GetMapping;
        import org.springframework.web.bind.annotation.RestController;

        @SpringBootApplication @EnableRetry @EnableAsync
        class App {}

        @RestController
        class Api {
          private final Answers answers;
          Api(Answers answers) { this.answers = answers; }
          @GetMapping("/ask")
          public Object ask(String q) { %s }
        }

        %s {
          private final ChatModel model;
          Answers(ChatModel model) { this.model = model; }
          %s String ask(String q) { return model.chat(q); }
          %s
        }
        """
        .formatted(call, type, head, more);
  }

  @Test
  void aFallbackMethodThatFitsAnswers() throws Exception {
    Scanned found = scan(R4J, BREAKER, GOOD);

    assertThat(found.handling()).isEqualTo(Handling.STATIC);
    assertThat(found.guards()).containsExactly("fallback", "circuit-breaker");
    assertThat(found.only().handledAt().orElseThrow().startLine()).isEqualTo(38);
  }

  @Test
  void aFallbackMethodThatThrowsOrApologisesIsNoAnswer() throws Exception {
    assertThat(
            scan(
                    R4J,
                    BREAKER,
                    "String rules(String q, Throwable t) { throw new IllegalStateException(t); }")
                .handling())
        .isEqualTo(Handling.RETHROW);
    assertThat(
            scan(
                    R4J,
                    BREAKER,
                    "String rules(String q, Throwable t) { return \"Sorry, try again\"; }")
                .handling())
        .isEqualTo(Handling.ERROR_RESPONSE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String other(String q, Throwable t) { return \"Rule\"; } | there is no method rules in Answers",
        "String rules(String q) { return \"Rule\"; } | rules(String) does not take",
        "String rules(Object q, Throwable t) { return \"Rule\"; } | rules(Object,Throwable) does not take",
        "Object rules(String q, Throwable t) { return \"Rule\"; } | rules returns Object, not String",
        "String rules(String q, CallNotPermittedException t) { return \"Rule\"; }"
            + " | its fallback takes CallNotPermittedException, the request throws"
      })
  void aFallbackMethodThatDoesNotFitLetsTheFailurePass(String method, String reason)
      throws Exception {
    Scanned found = scan(R4J, BREAKER, method);

    assertThat(found.handling()).isEqualTo(Handling.NONE);
    assertThat(found.reason(GuardKind.FALLBACK)).startsWith(reason);
    assertThat(found.effective(GuardKind.CIRCUIT_BREAKER)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Service class Answers | public final | cannot override a final method",
        "@Service class Answers | static | cannot override a static method",
        "@Service final class Answers | public | the proxy class cannot be made"
      })
  void aMethodThatNoProxyCanOverrideIsNotGuarded(String type, String modifiers, String reason)
      throws Exception {
    String head = "@CircuitBreaker(name = \"ai\", fallbackMethod = \"rules\") " + modifiers;
    Scanned found = scan(R4J, type, head, GOOD, "return answers.ask(q);");

    assertThat(found.handling()).isEqualTo(Handling.NONE);
    assertThat(found.reason(GuardKind.FALLBACK)).contains(reason);
    assertThat(found.reason(GuardKind.CIRCUIT_BREAKER)).contains(reason);
  }

  @Test
  void aCallOnThisDoesNotPassTheProxy() throws Exception {
    Scanned found =
        scan(
            R4J,
            "@Service class Answers",
            BREAKER,
            GOOD + " String outer(String q) { return this.ask(q); }",
            "return answers.outer(q);");

    assertThat(found.handling()).isEqualTo(Handling.NONE);
    assertThat(found.reason(GuardKind.FALLBACK)).contains("does not pass the proxy");
  }

  @Test
  void anObjectMadeWithNewHasNoProxy() throws Exception {
    Scanned found = scan(R4J, "class Answers", BREAKER, GOOD, "return new Answers(null).ask(q);");

    assertThat(found.handling()).isEqualTo(Handling.NONE);
    assertThat(found.reason(GuardKind.FALLBACK)).contains("made with new");
  }

  @Test
  void withoutAspectjTheAnnotationsOfResilience4jDoNothing() throws Exception {
    String without =
        dependency("org.springframework.boot", "spring-boot-starter-web")
            + dependency("io.github.resilience4j", "resilience4j-spring-boot3");

    Scanned found = scan(without, BREAKER, GOOD);

    assertThat(found.handling()).isEqualTo(Handling.NONE);
    assertThat(found.reason(GuardKind.FALLBACK)).contains("spring-boot-starter-aop");
  }

  @Test
  void aLibraryThatMayBringAspectjIsGivenTheBenefitOfTheDoubt() throws Exception {
    String perhaps =
        dependency("org.springframework.boot", "spring-boot-starter-web")
            + dependency("io.github.resilience4j", "resilience4j-spring-boot3")
            + dependency("com.example.platform", "starter");

    assertThat(scan(perhaps, BREAKER, GOOD).handling()).isEqualTo(Handling.STATIC);
  }

  @Test
  void aTimeLimiterOnAPlainMethodMakesEveryCallFail() throws Exception {
    Scanned found = scan(R4J, "@TimeLimiter(name = \"ai\") public", "");

    assertThat(found.reason(GuardKind.TIMEOUT)).contains("returns String, every call fails");
  }

  @Test
  void theFallbackOfTheInnerGuardHidesTheFailureFromTheRetryAroundIt() throws Exception {
    Scanned found = scan(R4J, "@Retry(name = \"ai\") " + BREAKER, GOOD);

    assertThat(found.handling()).isEqualTo(Handling.STATIC);
    assertThat(found.reason(GuardKind.RETRY)).contains("answers first");
  }

  @Test
  void attemptsOfAnInstanceComeFromSettings() throws Exception {
    Scanned found =
        scan(
            R4J,
            "@Service class Answers",
            "@Retry(name = \"ai\") public",
            "",
            "return answers.ask(q);",
            "src/main/resources/application.yml",
            "resilience4j:\n  retry:\n    instances:\n      ai:\n        maxAttempts: 5\n");

    assertThat(found.guards()).containsExactly("retry 5 attempts, PT2S of pauses (4 x 500 ms)");
  }

  private static final String RETRYABLE =
      "@Retryable(maxAttempts = 4, backoff = @Backoff(delay = 100)) public";

  @Test
  void aRecoverMethodAnswersWhenTheAttemptsAreUsed() throws Exception {
    Scanned found =
        scan(R4J, RETRYABLE, "@Recover String rules(Exception e, String q) { return \"Rule\"; }");

    assertThat(found.handling()).isEqualTo(Handling.STATIC);
    assertThat(found.guards())
        .containsExactly("fallback", "retry 4 attempts, PT0.3S of pauses (3 x 100 ms)");
  }

  @Test
  void retriesAloneChangeNothing() throws Exception {
    Scanned found = scan(R4J, RETRYABLE, "");

    assertThat(found.handling()).isEqualTo(Handling.NONE);
    assertThat(found.guards()).containsExactly("retry 4 attempts, PT0.3S of pauses (3 x 100 ms)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Recover Integer rules(Exception e, String q) { return 1; } | returns Integer, not String",
        "@Recover String rules(Exception e, Long q) { return \"Rule\"; } | are not the first ones",
        "@Recover String rules(java.io.IOException e) { return \"Rule\"; } | takes IOException"
      })
  void aRecoverMethodThatDoesNotFitIsNotFound(String method, String reason) throws Exception {
    Scanned found = scan(R4J, RETRYABLE, method);

    assertThat(found.handling()).isEqualTo(Handling.NONE);
    assertThat(found.reason(GuardKind.FALLBACK)).contains(reason);
  }

  @Test
  void aRetryForOtherExceptionsRepeatsNothing() throws Exception {
    Scanned found = scan(R4J, "@Retryable(retryFor = java.io.IOException.class) public", "");

    assertThat(found.reason(GuardKind.RETRY)).contains("it acts on IOException only");
  }

  @Test
  void aCacheDoesNotAnswerForNewKeysAndNeedsItsEnabler() throws Exception {
    Scanned found = scan(R4J, "@Cacheable(\"answers\") public", "");

    assertThat(found.handling()).isEqualTo(Handling.NONE);
    assertThat(found.reason(GuardKind.CACHE)).contains("no @EnableCaching in the project");
  }

  @Test
  void anAsyncMethodLeavesNobodyWaitingUnlessItIsCalledOnThis() throws Exception {
    String async = "@Async public void later(String q) { ask(q); }";

    assertThat(
            scan(R4J, "@Service class Answers", "public", async, "answers.later(q); return 1;")
                .only()
                .coupling()
                .word())
        .isEqualTo("detached");
    assertThat(
            scan(
                    R4J,
                    "@Service class Answers",
                    "public",
                    async + " public void now(String q) { later(q); }",
                    "answers.now(q); return 1;")
                .only()
                .coupling()
                .word())
        .isEqualTo("waits");
  }

  @Test
  void sentinelFindsStaticMethodsOfAFallbackClassOnly() throws Exception {
    String head =
        "@SentinelResource(value = \"ai\", fallback = \"rules\", fallbackClass = Rules.class) public";
    String starter = dependency("com.alibaba.cloud", "spring-cloud-starter-alibaba-sentinel");

    assertThat(
            scan(
                    starter,
                    head,
                    "static class Rules { static String rules(String q) { return \"Rule\"; } }")
                .handling())
        .isEqualTo(Handling.STATIC);
    Scanned found =
        scan(starter, head, "static class Rules { String rules(String q) { return \"Rule\"; } }");
    assertThat(found.handling()).isEqualTo(Handling.NONE);
    assertThat(found.reason(GuardKind.FALLBACK)).contains("not static");
  }

  @Test
  void hystrixLeavesItsIgnoredExceptionsAlone() throws Exception {
    String head = "@HystrixCommand(fallbackMethod = \"rules\"%s) public";
    String hystrix =
        dependency("org.springframework.cloud", "spring-cloud-starter-netflix-hystrix");
    String rules = "String rules(String q) { return \"Rule\"; }";
    String enabled =
        rules + " @org.springframework.cloud.netflix.hystrix.EnableHystrix class On {}";

    assertThat(scan(hystrix, head.formatted(""), enabled).handling()).isEqualTo(Handling.STATIC);
    assertThat(
            scan(hystrix, head.formatted(", ignoreExceptions = RuntimeException.class"), enabled)
                .handling())
        .isEqualTo(Handling.NONE);
  }
}
