package dev.aiaudit.rule;

import static dev.aiaudit.rule.Fixtures.dependency;
import static dev.aiaudit.rule.Fixtures.line;
import static dev.aiaudit.rule.Fixtures.site;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemediationTest {

  private static String advice(CallSite site, String... dependencies) {
    var facts = List.of(dependencies).stream().map(Fixtures::dependency).toList();
    return new Remediation(new Inventory(List.of(site), List.of(), facts)).forFallback(site);
  }

  @Test
  void namesResilience4jWhenAGuardUsesIt() {
    Guard retry = Guard.effective(GuardKind.RETRY, "resilience4j", line(3));
    assertThat(advice(site().guards(retry).build())).contains("@CircuitBreaker", "fallbackMethod");
  }

  @Test
  void namesResilience4jWhenItIsADependency() {
    assertThat(advice(site().build(), "io.github.resilience4j:resilience4j-spring-boot3"))
        .contains("@CircuitBreaker");
  }

  @Test
  void namesMicroProfileOnQuarkus() {
    assertThat(advice(site().sdk("quarkus-langchain4j").build())).contains("@Fallback(");
  }

  @Test
  void speaksOfTheRetryableMethodOnlyWhereThereIsOne() {
    String bare = advice(site().build(), "org.springframework.retry:spring-retry");
    assertThat(bare).startsWith("Put @Retryable on the bean method").contains("@Recover");
    Guard retry = Guard.effective(GuardKind.RETRY, "spring-retry", line(3));
    assertThat(advice(site().guards(retry).build()))
        .contains("@Recover", "beside the @Retryable method");
  }

  @Test
  void namesTheOperatorForReactiveCalls() {
    assertThat(advice(site().sdk("http:spring-webclient").mode(Mode.REACTIVE).build()))
        .contains("onErrorResume");
    assertThat(advice(site().sdk("quarkus-langchain4j").mode(Mode.STREAM).build()))
        .contains("recoverWithMulti");
    assertThat(advice(site().mode(Mode.FUTURE).build())).contains("exceptionallyCompose");
  }

  @Test
  void speaksOfNoPipelineWhereTheSdkStreamsThroughCallbacks() {
    String advice =
        advice(site().sdk("dashscope").mode(Mode.STREAM).build(), "org.springframework:spring-web");
    assertThat(advice).contains("error callback").doesNotContain("onErrorResume");
    assertThat(
            advice(
                site().sdk("spring-ai").mode(Mode.STREAM).build(),
                "org.springframework:spring-web"))
        .contains("onErrorResume");
  }

  @Test
  void namesPlainJavaWhenTheProjectUsesNoLibrary() {
    assertThat(advice(site().build())).startsWith("Catch the SDK's exception type");
    assertThat(advice(site().sdk("langchain4j").build())).contains("ChatModel");
  }

  @Test
  void namesTheOtherProvidersOfTheProject() {
    CallSite openai = site().build();
    CallSite anthropic = site().provider("anthropic").build();
    CallSite test = site().provider("mistral").test().build();
    Inventory inventory = new Inventory(List.of(openai, anthropic, test), List.of(), List.of());
    assertThat(new Remediation(inventory).forSameProvider(openai))
        .contains("already calls anthropic:");
    assertThat(advice(openai)).endsWith("or without AI.").doesNotContain("already calls");
  }

  @Test
  void ignoresDependenciesThatTellNothing() {
    assertThat(dependency("com.openai:openai-java").detail()).isNotEmpty();
    assertThat(advice(site().build(), "com.openai:openai-java")).doesNotContain("@");
  }
}
