package dev.aiaudit.detect.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Evidence;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request of which a setting says to whom it goes, with other signs around it. */
class ConfiguredProviderTest {
  @TempDir Path folder;
  private HttpTree tree;

  @BeforeEach
  void makeTree() {
    tree = new HttpTree(folder);
  }

  private void configured(String name, String header) {
    tree.java(
        "Urls",
        "",
        """
        class Urls { static String of(String name) {
          return switch (name) {
            case "a" -> "https://api.anthropic.com/v1/messages";
            case "d" -> "https://api.deepseek.com/chat/completions";
            default -> "https://api.openai.com/v1/chat/completions"; }; } }
        """);
    tree.java(
        name,
        "java.net.URI java.net.http.HttpClient java.net.http.HttpRequest",
        """
        class %s { HttpClient client;
          Object send(String which) throws Exception {
            return client.send(HttpRequest.newBuilder(URI.create(Urls.of(which)))
                .header("%s", "x").build(), null); } }
        """
            .formatted(name, header));
  }

  @Test
  void ofSeveralConfiguredProvidersTheHeaderTellsTheOne() {
    configured("Sender", "anthropic-version");
    assertThat(tree.found()).extracting(CallSite::provider).containsExactly("anthropic");
    assertThat(tree.found())
        .extracting(CallSite::providerEvidence)
        .containsExactly(Evidence.DERIVED);
  }

  @Test
  void ofSeveralConfiguredProvidersTheNameOfTheSenderIsAGuess() {
    configured("DeepSeekSender", "accept");
    assertThat(tree.found()).extracting(CallSite::provider).containsExactly("deepseek");
    assertThat(tree.found())
        .extracting(CallSite::providerEvidence)
        .containsExactly(Evidence.ASSUMED);
  }

  @Test
  void ofSeveralConfiguredProvidersNoneIsChosenWhereNothingTells() {
    configured("Sender", "accept");
    assertThat(tree.found()).extracting(CallSite::provider).containsExactly("configured");
  }

  @Test
  void aClientOfAProtocolMayTalkToAnybody() {
    configured("OpenAiCompatibleSender", "accept");
    assertThat(tree.found()).extracting(CallSite::provider).containsExactly("configured");
  }
}
