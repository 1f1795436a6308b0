package dev.aiaudit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.aiaudit.cli.CliRun;
import dev.aiaudit.cli.EngineScanner;
import dev.aiaudit.cli.ExitCode;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole audits of small trees: from files to report. */
class AuditTest {
  private static final String PLAIN =
      "return openAi.chat().completions().create(params(q)).id();\n";
  private static final String SERVICE_FILE = "src/main/java/shop/AnswerService.java";
  private static final String CONTROLLER =
      """
      package shop;

      import org.springframework.web.bind.annotation.PostMapping;
      import org.springframework.web.bind.annotation.RestController;

      @RestController
      class AnswerController {
        private final AnswerService answers;

        AnswerController(AnswerService answers) {
          this.answers = answers;
        }

        @PostMapping("/answers")
        String answer(String question) {
          return answers.answer(question);
        }
      }
      """;
  private static final String LISTENER =
      """
      package shop;

      import org.springframework.kafka.annotation.KafkaListener;

      class Listener {
        private final AnswerService answers = new AnswerService();

        @KafkaListener(topics = "questions")
        void onQuestion(String question) {
          answers.answer(question);
        }
      }
      """;

  /** The request starts on line 18 or below. */
  private static final String SERVICE =
      """
      package shop;

      import com.anthropic.client.AnthropicClient;
      import com.anthropic.client.okhttp.AnthropicOkHttpClient;
      import com.anthropic.models.messages.MessageCreateParams;
      import com.openai.client.OpenAIClient;
      import com.openai.client.okhttp.OpenAIOkHttpClient;
      import com.openai.models.chat.completions.ChatCompletionCreateParams;
      import org.springframework.stereotype.Service;

      @Service
      class AnswerService {
        private final OpenAIClient openAi = OpenAIOkHttpClient.fromEnv();
        private final AnthropicClient claude = AnthropicOkHttpClient.fromEnv();

        /** Answers a question. */
        String answer(String q) {
          %s
        }

        private static ChatCompletionCreateParams params(String q) {
          return ChatCompletionCreateParams.builder().model("gpt-4o").addUserMessage(q).build();
        }

        private static MessageCreateParams message(String q) {
          return MessageCreateParams.builder().model("claude-x").addUserMessage(q).build();
        }
      }
      """;

  @TempDir Path tree;

  @Test
  void aRequestBehindAControllerWithoutFallbackIsFlagged() throws Exception {
    write("AnswerController", CONTROLLER);
    service(PLAIN);
    Report report = audit();
    CallSite site = onlySite(report);
    assertThat(site.provider()).isEqualTo("openai");
    assertThat(site.sdk()).isEqualTo("openai-java");
    assertThat(site.coupling()).isEqualTo(Coupling.WAITS);
    assertThat(site.handling()).isEqualTo(Handling.NONE);
    assertThat(site.flagged()).isTrue();
    EntryPoint entry = onlyEntry(report);
    assertThat(entry.kind()).isEqualTo(EntryKind.HTTP);
    assertThat(entry.route()).contains("POST /answers");
    assertThat(entry.outage()).containsExactly(Map.entry("openai", Outcome.FAILS));
    assertThat(entry.cutSets()).containsExactly(List.of("openai"));
    assertThat(errors(report)).containsExactly("AIA001 " + SERVICE_FILE + ":18");
  }

  @Test
  void nobodyWaitsAtAnEntryPointThatAnswersBeforeItCalls() throws Exception {
    String accepted =
        "new Thread(() -> answers.answer(question)).start();\n    return \"accepted\";";
    write("AnswerController", CONTROLLER.replace("return answers.answer(question);", accepted));
    service(PLAIN);
    Report report = audit();
    assertThat(onlySite(report).coupling()).isEqualTo(Coupling.DETACHED);
    assertThat(onlyEntry(report).waits()).isFalse();
    assertThat(onlyEntry(report).answers()).isTrue();
    assertThat(Outage.of(report, List.of("openai")).effects().get(0).why())
        .startsWith("the caller has its answer, work behind it is lost: ");
    assertThat(report.findings()).extracting(Finding::ruleId).doesNotContain("AIA013");
  }

  @Test
  void theWitnessPathLeadsFromTheEntryPointToTheRequest() throws Exception {
    write("AnswerController", CONTROLLER);
    service(PLAIN);
    Finding finding =
        audit().findings().stream()
            .filter(f -> f.ruleId().equals("AIA001"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.path())
        .extracting(frame -> frame.location().file())
        .containsExactly("src/main/java/shop/AnswerController.java", SERVICE_FILE);
  }

  @Test
  void aPreparedAnswerInACatchClauseDegradesTheEntryPoint() throws Exception {
    write("AnswerController", CONTROLLER);
    service(caught("RuntimeException", "return \"We are open from nine to five.\";"));
    Report report = audit();
    assertThat(onlySite(report).handling()).isEqualTo(Handling.STATIC);
    assertThat(onlyEntry(report).outage()).containsExactly(Map.entry("openai", Outcome.DEGRADES));
    assertThat(errors(report)).isEmpty();
  }

  @Test
  void aCatchClauseForAnExceptionThatTheSdkDoesNotThrowCannotAct() throws Exception {
    write("AnswerController", CONTROLLER);
    service(caught("java.io.UncheckedIOException", "return \"We are open from nine to five.\";"));
    Report report = audit();
    assertThat(onlySite(report).handling()).isEqualTo(Handling.NONE);
    assertThat(errors(report))
        .containsExactly("AIA001 " + SERVICE_FILE + ":19", "AIA004 " + SERVICE_FILE + ":20");
  }

  @Test
  void anEmptyAnswerIsASwallowedFailure() throws Exception {
    write("AnswerController", CONTROLLER);
    service(caught("RuntimeException", "return null;"));
    Report report = audit();
    assertThat(onlySite(report).handling()).isEqualTo(Handling.SWALLOW);
    assertThat(report.findings()).extracting(Finding::ruleId).contains("AIA002");
  }

  @Test
  void anotherProviderInACatchClauseKeepsTheEntryPointAlive() throws Exception {
    write("AnswerController", CONTROLLER);
    service(caught("RuntimeException", "return claude.messages().create(message(q)).id();"));
    Report report = audit();
    assertThat(report.inventory().callSites())
        .extracting(CallSite::provider, CallSite::handling)
        .containsExactly(
            tuple("openai", Handling.ALTERNATE_OTHER_PROVIDER), tuple("anthropic", Handling.NONE));
    assertThat(onlyEntry(report).outage()).containsEntry("openai", Outcome.SURVIVES);
  }

  @Test
  void workForAnExecutorIsDetached() throws Exception {
    write("AnswerController", CONTROLLER);
    service(
        """
        java.util.concurrent.ExecutorService pool =
            java.util.concurrent.Executors.newSingleThreadExecutor();
        pool.execute(() -> openAi.chat().completions().create(params(q)));
        return "Your question is being answered.";
        """);
    Report report = audit();
    assertThat(onlySite(report).coupling()).isEqualTo(Coupling.DETACHED);
    assertThat(onlySite(report).flagged()).isFalse();
    assertThat(errors(report)).isEmpty();
  }

  @Test
  void nobodyWaitsForAMessageListener() throws Exception {
    write("Listener", LISTENER);
    service(PLAIN);
    Report report = audit();
    assertThat(onlySite(report).coupling()).isEqualTo(Coupling.DETACHED);
    assertThat(onlyEntry(report).kind()).isEqualTo(EntryKind.MESSAGE);
    assertThat(onlyEntry(report).waits()).isFalse();
    assertThat(errors(report)).isEmpty();
  }

  @Test
  void oneEntryThatWaitsIsEnoughToBeFlagged() throws Exception {
    write("Listener", LISTENER);
    write("AnswerController", CONTROLLER);
    service(PLAIN);
    Report report = audit();
    assertThat(report.inventory().entryPoints()).hasSize(2);
    assertThat(onlySite(report).coupling()).isEqualTo(Coupling.WAITS);
    assertThat(onlySite(report).flagged()).isTrue();
  }

  @Test
  void aRequestThatNobodyCallsIsUnreached() throws Exception {
    service(PLAIN);
    Report report = audit();
    assertThat(onlySite(report).coupling()).isEqualTo(Coupling.UNREACHED);
    assertThat(errors(report)).isEmpty();
  }

  @Test
  void requestsInTestsAreMarkedAndNotFlagged() throws Exception {
    write("AnswerController", CONTROLLER);
    service(PLAIN);
    Files.createDirectories(tree.resolve("src/test/java"));
    Files.move(tree.resolve("src/main/java/shop"), tree.resolve("src/test/java/shop"));
    Report report = audit();
    assertThat(onlySite(report).inTest()).isTrue();
    assertThat(onlySite(report).flagged()).isFalse();
    assertThat(report.providers()).isEmpty();
  }

  @Test
  void theSameTreeGivesTheSameBytesWithAnyNumberOfThreads() throws Exception {
    write("AnswerController", CONTROLLER);
    service(PLAIN);
    for (int i = 0; i < 20; i++) {
      write("Other" + i, "package shop;\n\nclass Other" + i + " {\n  AnswerService a;\n}\n");
    }
    byte[] once = cli("--format=json", "--threads=1").bytes();
    assertThat(new String(once, java.nio.charset.StandardCharsets.UTF_8)).contains("AIA001");
    assertThat(cli("--format=json", "--threads=1").bytes()).isEqualTo(once);
    assertThat(cli("--format=json", "--threads=4").bytes()).isEqualTo(once);
  }

  @Test
  void aFileWithASyntaxErrorMakesTheScanIncomplete() throws Exception {
    write("AnswerController", CONTROLLER);
    service("return openAi.chat().completions().create(params(q)).id() +;\n");
    Report report = audit();
    assertThat(report.coverage().complete()).isFalse();
    Diagnostic problem = onlyProblem(report);
    assertThat(problem.severity()).isEqualTo(Diagnostic.Level.ERROR);
    assertThat(problem.file()).isEqualTo(SERVICE_FILE);
    assertThat(problem.line()).contains(18);
    assertThat(cli().code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(cli("--allow-incomplete").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aJavaFileOverTheSizeLimitMakesTheScanIncomplete() throws Exception {
    service(PLAIN);
    Path file = tree.resolve(SERVICE_FILE);
    String padding = "// A line of a comment that nobody reads.\n".repeat(30_000);
    Files.writeString(file, Files.readString(file) + padding);
    Report report = audit();
    assertThat(onlyProblem(report).file()).isEqualTo(SERVICE_FILE);
    assertThat(report.coverage().complete()).isFalse();
    assertThat(cli().code()).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void anEmptyTreeGivesAnEmptyReport() throws Exception {
    Report report = audit();
    assertThat(report.coverage().complete()).isTrue();
    assertThat(report.coverage().files()).isZero();
    assertThat(report.inventory().callSites()).isEmpty();
    assertThat(report.findings()).isEmpty();
    assertThat(report.diagnostics()).isEmpty();
  }

  @Test
  void aRootThatDoesNotExistIsRefused() {
    Path absent = tree.resolve("absent");
    Audit audit = new Audit(AuditRequest.of(absent), AuditListener.silent(), "test");
    assertThatThrownBy(audit::run).isInstanceOf(IOException.class);
  }

  private Report audit() throws IOException, InterruptedException {
    return new Audit(AuditRequest.of(tree), AuditListener.silent(), "test").run().report();
  }

  private CliRun cli(String... options) {
    String[] arguments =
        Stream.concat(Stream.of("scan"), Stream.of(options)).toArray(String[]::new);
    return CliRun.of(tree, new EngineScanner("test"), Map.of(), arguments);
  }

  private static CallSite onlySite(Report report) {
    assertThat(report.inventory().callSites()).hasSize(1);
    return report.inventory().callSites().get(0);
  }

  private static EntryPoint onlyEntry(Report report) {
    assertThat(report.inventory().entryPoints()).hasSize(1);
    return report.inventory().entryPoints().get(0);
  }

  private static Diagnostic onlyProblem(Report report) {
    assertThat(report.diagnostics()).hasSize(1);
    return report.diagnostics().get(0);
  }

  /** Findings of the error rules about handling and guards. */
  private static List<String> errors(Report report) {
    return report.findings().stream()
        .filter(f -> f.ruleId().matches("AIA00[134]"))
        .map(f -> f.ruleId() + " " + f.location().file() + ":" + f.location().startLine())
        .toList();
  }

  /** The request in a try block with one catch clause. */
  private static String caught(String type, String answer) {
    return "try {\n  %s} catch (%s e) {\n  %s\n}\n".formatted(PLAIN, type, answer);
  }

  private void service(String body) throws IOException {
    write("AnswerService", SERVICE.formatted(body.indent(4).strip()));
  }

  private void write(String type, String content) throws IOException {
    Path file = tree.resolve("src/main/java/shop/" + type + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
