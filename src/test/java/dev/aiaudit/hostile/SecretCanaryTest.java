package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.cli.CliRun;
import dev.aiaudit.render.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat 20: keys that somebody committed are in no output, in no message and in no code frame. */
class SecretCanaryTest {
  // Put together here so that no scanner takes this file for a leak.
  private static final String BODY = "Z9k4".repeat(10);

  private static final List<String> PREFIXES =
      List.of(
          "sk-",
          "sk-ant-api03-",
          "sk-proj-",
          "sk-or-v1-",
          "AIza",
          "hf_",
          "xai-",
          "gsk_",
          "pplx-",
          "r8_",
          "nvapi-",
          "Bearer ");

  @TempDir Path root;

  /** File name to text; {@code KANARIE} stands for the key. */
  private static Map<String, String> files() {
    Map<String, String> out = new TreeMap<>();
    out.put(
        "src/main/resources/application.yml",
        "spring:\n  ai:\n    openai:\n      api-key: KANARIE\n");
    out.put("src/main/resources/application-dev.properties", "spring.ai.openai.api-key=KANARIE\n");
    out.put(".env", "OPENAI_API_KEY=KANARIE\n");
    out.put("compose.yaml", "services:\n  a:\n    environment:\n      OPENAI_API_KEY: KANARIE\n");
    out.put("k8s/deploy.yaml", "kind: Secret\nstringData:\n  ANTHROPIC_API_KEY: KANARIE\n");
    out.put(
        ".github/workflows/ci.yml",
        "on: push\njobs:\n  a:\n    env:\n      OPENAI_API_KEY: KANARIE\n");
    out.put(
        "pom.xml", "<project><properties><openai.key>KANARIE</openai.key></properties></project>");
    out.put("build.gradle", "def key = 'KANARIE'\nsystemProperty 'openai.api.key', 'KANARIE'\n");
    out.put("Broken.java", "import dev.langchain4j.model.chat.*; class { String k = \"KANARIE\";");
    out.put("broken.yml", "openai: {api-key: KANARIE\n");
    out.put(
        "Client.java",
        """
        import dev.langchain4j.model.openai.OpenAiChatModel;
        import org.springframework.web.bind.annotation.*;
        @RestController
        class Client {
          @GetMapping("/KANARIE")
          String ask() {
            return OpenAiChatModel.builder().apiKey("KANARIE").modelName("KANARIE").build().chat("KANARIE"); // KANARIE
          }
        }
        """);
    return out;
  }

  @Test
  void aKeyInAnyFileIsInNoFormatAndInNoMessage() {
    for (int i = 0; i < PREFIXES.size(); i++) {
      Tree tree = new Tree(root.resolve("t" + i));
      String key = PREFIXES.get(i) + BODY;
      files().forEach((name, text) -> tree.with(name, text.replace("KANARIE", key)));
      for (Format format : Format.values()) {
        assertNoKey(tree.run("scan", "--format", format.word(), "--allow-incomplete"), key, format);
      }
      assertNoKey(tree.run("explain", "--file", "Client.java"), key, "explain");
      assertNoKey(tree.run("outage", "openai", "."), key, "outage");
      assertNoKey(tree.run("graph"), key, "graph");
    }
  }

  private static void assertNoKey(CliRun run, String key, Object what) {
    assertThat(run.out() + run.err())
        .as("%s with %s…", what, key.substring(0, 4))
        .isNotEmpty()
        .doesNotContain("Z9k4Z9k4");
  }
}
