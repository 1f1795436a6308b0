package dev.aiaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.engine.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  private static final String CALL =
      """
      package shop;
      import com.openai.client.OpenAIClient;
      import org.springframework.web.bind.annotation.*;
      @RestController
      class Ask {
        private final OpenAIClient client = com.openai.client.okhttp.OpenAIOkHttpClient.fromEnv();
        @GetMapping("/ask/{id}")
        Object ask(com.openai.models.chat.completions.ChatCompletionCreateParams p) {
          return client.chat().completions().create(p);
        }
      }
      """;

  @TempDir Path root;

  @Test
  void theFileTellsWhatWasFoundAndIsAcceptedByTheGate() throws IOException {
    write("examples/Ask.java", CALL);
    assertThat(run("init").code()).isEqualTo(ExitCode.OK);
    String text = Files.readString(settings());
    assertThat(text)
        .contains("  - provider: openai # 1 call site", "GET /ask/{id}", "\"/examples/\" # 1 call");
    CliRun gate = run("gate");
    assertThat(gate.code()).as(gate.err()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void everyProposalCanBeSwitchedOn() throws IOException {
    write("examples/Ask.java", CALL);
    run("init");
    String text =
        Files.readString(settings())
            .lines()
            .map(line -> line.replaceFirst("^# (?=[ ]|[a-z-]+:)", ""))
            .map(line -> line.replaceFirst("^    # owner: .*", "    owner: me"))
            .map(line -> line.replaceFirst("^    # runbook: ", "    runbook: "))
            .reduce("", (all, line) -> all + line + "\n");
    Files.writeString(settings(), text);
    CliRun scan = run("scan");
    assertThat(scan.code()).as(scan.err() + text).isEqualTo(ExitCode.OK);
    assertThat(text).doesNotContain("# exclude", "# ignore", "# entry-points", "# budgets");
  }

  @Test
  void anEmptyTreeGetsAFileThatIsAccepted() throws IOException {
    assertThat(run("init").code()).isEqualTo(ExitCode.OK);
    assertThat(run("gate").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void anExistingFileIsOnlyReplacedOnRequest() throws IOException {
    Files.writeString(settings(), "wrong: true\n");
    CliRun refused = run("init");
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("--force");
    assertThat(Files.readString(settings())).isEqualTo("wrong: true\n");
    assertThat(run("init", "--force").code()).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(settings())).contains("# Settings of ai-audit");
  }

  @Test
  void theSchemaIsPrintedAndNothingWritten() {
    CliRun run = run("init", "--schema");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).startsWith("{").contains("max-worst-wait");
    assertThat(settings()).doesNotExist();
  }

  @Test
  void entryPointsOfTheTeamsOwnFrameworkAreFound() throws IOException {
    write(
        "src/main/java/shop/Ask.java",
        CALL.replace("@RestController", "").replace("@GetMapping(\"/ask/{id}\")", ""));
    assertThat(run("gate").code()).isEqualTo(ExitCode.OK);
    Files.writeString(settings(), "entry-points: {type: shop.Ask, methods: ask, kind: rpc}\n");
    CliRun gate = run("gate");
    assertThat(gate.code()).as(gate.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(gate.out()).contains("AIA001", "shop.Ask.ask");

    write(
        "src/main/java/shop/Ask.java",
        CALL.replace("@RestController", "").replace("@GetMapping(\"/ask/{id}\")", "@acme.Rpc"));
    Files.writeString(settings(), "entry-points: {annotation: acme.Rpc, kind: rpc}\n");
    assertThat(run("gate").code()).isEqualTo(ExitCode.FINDINGS);
  }

  private Path settings() {
    return root.resolve(SettingsFile.NAME);
  }

  private CliRun run(String... arguments) {
    return CliRun.of(root, new EngineScanner("test"), Map.of(), arguments);
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
