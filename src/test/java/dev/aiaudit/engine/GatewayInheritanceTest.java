package dev.aiaudit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls to a gateway depend on what its configuration in the same tree says. */
class GatewayInheritanceTest {

  private static final String CONTROLLER =
      """
      package shop;

      import org.springframework.ai.chat.client.ChatClient;
      import org.springframework.web.bind.annotation.GetMapping;
      import org.springframework.web.bind.annotation.RestController;

      @RestController
      class Answers {
        private final ChatClient chat;

        Answers(ChatClient.Builder builder) {
          this.chat = builder.build();
        }

        @GetMapping("/answer")
        String answer(String q) {
          return chat.prompt(q).call().content();
        }
      }
      """;

  private static final String MODELS =
      """
      model_list:
        - model_name: main
          litellm_params: {model: openai/gpt-4o}
        - model_name: spare
          litellm_params: {model: anthropic/claude-sonnet-4}
      """;

  private static final String FALLBACK = "litellm_settings:\n  fallbacks: [{main: [spare]}]\n";

  @TempDir Path tree;

  @BeforeEach
  void application() throws IOException {
    write(
        "pom.xml",
        "<project><artifactId>shop</artifactId><dependencies><dependency>"
            + "<groupId>org.springframework.ai</groupId>"
            + "<artifactId>spring-ai-starter-model-openai</artifactId>"
            + "</dependency></dependencies></project>");
    write("src/main/java/shop/Answers.java", CONTROLLER);
    write(
        "docker-compose.yml",
        "services:\n  llm:\n    image: ghcr.io/berriai/litellm:main\n    ports: ['4000:4000']\n");
    write(
        "src/main/resources/application.yml",
        "spring.ai.openai.base-url: http://llm:4000\n"
            + "spring.ai.openai.api-key: ${KEY}\n"
            + "spring.ai.openai.chat.options.model: main\n");
  }

  @Test
  void aFallbackOfTheGatewayToAnotherProviderIsInherited() throws Exception {
    write("litellm.yaml", MODELS + FALLBACK);
    CallSite site = site();
    assertThat(site.provider()).isEqualTo("openai");
    assertThat(site.handling()).isEqualTo(Handling.ALTERNATE_OTHER_PROVIDER);
    assertThat(site.handledAt().orElseThrow().file()).isEqualTo("litellm.yaml");
    assertThat(site.flagged()).isFalse();
  }

  @Test
  void aGatewayWithoutFallbackPassesTheFailureOn() throws Exception {
    write("litellm.yaml", MODELS);
    CallSite site = site();
    assertThat(site.provider()).isEqualTo("openai");
    assertThat(site.handling()).isEqualTo(Handling.NONE);
    assertThat(site.flagged()).isTrue();
  }

  @Test
  void aGatewayWhoseConfigurationIsElsewhereIsNotTakenAsSafe() throws Exception {
    CallSite site = site();
    assertThat(site.provider()).isEqualTo("litellm");
    assertThat(site.flagged()).isTrue();
  }

  private CallSite site() throws IOException, InterruptedException {
    Report report = audit();
    assertThat(report.inventory().callSites()).hasSize(1);
    return report.inventory().callSites().get(0);
  }

  private Report audit() throws IOException, InterruptedException {
    return new Audit(AuditRequest.of(tree), AuditListener.silent(), "test").run().report();
  }

  private void write(String path, String text) throws IOException {
    Path file = tree.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
