package dev.aiaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.WaitTerm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pauses between attempts, one by one, in the worst wait. */
class BackoffSumsTest {
  @TempDir Path folder;

  private static final String IMPORTS =
      """
      import dev.langchain4j.model.chat.ChatModel;
      import io.github.resilience4j.core.IntervalFunction;
      import io.github.resilience4j.retry.Retry;
      import io.github.resilience4j.retry.RetryConfig;
      import org.springframework.boot.autoconfigure.SpringBootApplication;
      import org.springframework.retry.annotation.Backoff;
      import org.springframework.retry.annotation.EnableRetry;
      import org.springframework.retry.annotation.Retryable;
      import org.springframework.retry.support.RetryTemplate;
      import org.springframework.stereotype.Service;
      import org.springframework.web.bind.annotation.GetMapping;
      import org.springframework.web.bind.annotation.RestController;
      """;

  private List<String> terms(String code) throws Exception {
    return site(code).waitTerms().stream().map(WaitTerm::what).toList();
  }

  private String waits(String code) throws Exception {
    return site(code).worstWait().map(Object::toString).orElse("");
  }

  private CallSite site(String code) throws Exception {
    GuardCase.Side side = new GuardCase.Side(List.of(), code);
    GuardCase one =
        new GuardCase(
            List.of(),
            List.of("web", "aop", "retry", "r4j"),
            IMPORTS,
            "return answers.ask(q);",
            side,
            List.of());
    return Scanned.of(folder, one.files(side)).only();
  }

  private static String annotated(String annotation) {
    return """
        @SpringBootApplication @EnableRetry class App {}
        @Service class Answers {
          final ChatModel model;
          Answers(ChatModel model) { this.model = model; }
          %s public String ask(String q) { return model.chat(q); }
        }
        """
        .formatted(annotation);
  }

  @Test
  void theDefaultOfSpringRetryIsOneSecond() throws Exception {
    assertThat(terms(annotated("@Retryable")))
        .contains("pauses between attempts, 2 x 1 s (spring-retry)");
  }

  @Test
  void anAnnotationsPausesGrowUpToTheLongestOne() throws Exception {
    String retry =
        "@Retryable(maxAttempts = 5, backoff = @Backoff(delay = 1000, multiplier = 3, maxDelay ="
            + " 10_000))";

    assertThat(terms(annotated(retry)))
        .contains("pauses between attempts, 1 s + 3 s + 9 s + 10 s (spring-retry)");
  }

  @Test
  void withoutALongestPauseSpringRetryStopsAtThirtySeconds() throws Exception {
    String retry =
        "@Retryable(maxAttempts = 4, backoff = @Backoff(value = 10_000, multiplier = 2))";

    assertThat(terms(annotated(retry)))
        .contains("pauses between attempts, 10 s + 20 s + 30 s (spring-retry)");
  }

  @Test
  void aPauseThatAnExpressionGivesIsNotMadeUp() throws Exception {
    String retry = "@Retryable(backoff = @Backoff(delayExpression = \"${ai.delay}\"))";

    assertThat(terms(annotated(retry))).noneMatch(t -> t.startsWith("pauses"));
  }

  @Test
  void aTemplatesPausesAreSummed() throws Exception {
    String code =
        """
        final RetryTemplate retry =
            RetryTemplate.builder().maxAttempts(4).exponentialBackoff(500, 2, 1500).build();
        public String ask(String q) { return retry.execute(c -> model.chat(q)); }
        """;

    assertThat(terms(code))
        .contains("pauses between attempts, 500 ms + 1 s + 1.5 s (spring-retry)");
  }

  @Test
  void anIntervalFunctionsPausesAreSummed() throws Exception {
    String code =
        """
        final RetryConfig config = RetryConfig.custom().maxAttempts(4)
            .intervalFunction(IntervalFunction.ofExponentialBackoff(1000, 2)).build();
        final Retry retry = Retry.of("ai", config);
        public String ask(String q) { return retry.executeSupplier(() -> model.chat(q)); }
        """;

    assertThat(terms(code)).contains("pauses between attempts, 1 s + 2 s + 4 s (r4j)");
  }

  /** The terms under settings, with an answer bean that asks a registry or factory by a name. */
  private List<String> settings(String yaml, String members) throws Exception {
    return terms(members + "\nfile: src/main/resources/application.yml\n" + yaml);
  }

  private static final String REGISTRY =
      """
      final Retry retry = io.github.resilience4j.retry.RetryRegistry.ofDefaults().retry("ai");
      public String ask(String q) { return retry.executeSupplier(() -> model.chat(q)); }
      """;

  @Test
  void theSettingsOfAnInstanceGrowInEitherSpelling() throws Exception {
    String camel =
        "resilience4j.retry.instances.ai: {maxAttempts: 4, waitDuration: 2s,"
            + " enableExponentialBackoff: true, exponentialBackoffMultiplier: 3}\n";
    String kebab =
        "resilience4j.retry.instances.ai: {max-attempts: 3, wait-duration: 200ms,"
            + " enable-exponential-backoff: true, exponential-backoff-multiplier: 2}\n";
    String flat = "resilience4j.retry.instances.ai: {maxAttempts: 3, waitDuration: 2s}\n";

    assertThat(settings(camel, REGISTRY))
        .contains("pauses between attempts, 2 s + 6 s + 18 s (r4j)");
    assertThat(settings(kebab, REGISTRY))
        .contains("pauses between attempts, 200 ms + 400 ms (r4j)");
    assertThat(settings(flat, REGISTRY)).contains("pauses between attempts, 2 x 2 s (r4j)");
  }

  @Test
  void aFactoryTakesTheSharedConfigurationWithItsName() throws Exception {
    String members =
        """
        final org.springframework.cloud.client.circuitbreaker.CircuitBreaker breaker;
        final ChatModel model;
        Answers(ChatModel model,
            org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory factory) {
          this.model = model; this.breaker = factory.create("ai");
        }
        public String ask(String q) { return breaker.run(() -> model.chat(q)); }
        """;
    String bean = "@Service class Answers {\n" + members + "}\n";
    String limit = "resilience4j.timelimiter.configs.%s.timeout-duration: 7s\n";

    assertThat(waits(bean + "file: src/main/resources/application.yml\n" + limit.formatted("ai")))
        .contains("PT7S");
    assertThat(waits(bean + "file: src/main/resources/application.yml\n" + limit.formatted("else")))
        .doesNotContain("PT7S");
  }
}
