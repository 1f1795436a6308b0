package dev.aiaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Report;
import dev.aiaudit.render.CannedReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is offered to build servers: parsed, and the shell parts run. */
class CiRecipesTest {
  private static final Path SCRIPT = Path.of("ci/github.sh");

  @TempDir Path work;

  @Test
  void everyYamlIsYaml() throws IOException {
    List<String> texts = new ArrayList<>(blocks("yaml"));
    for (String file :
        List.of("action.yml", ".pre-commit-hooks.yaml", "ci/gitlab.yml", "jreleaser.yml")) {
      texts.add(Files.readString(Path.of(file)));
    }
    assertThat(texts)
        .hasSizeGreaterThan(6)
        .allSatisfy(text -> assertThat((Object) yaml(text)).isNotNull());
  }

  @Test
  void theActionPastesNothingIntoCommandsAndUsesEveryInput() throws IOException {
    String text = Files.readString(Path.of("action.yml"));
    Map<String, Object> action = yaml(text);
    Map<?, ?> inputs = (Map<?, ?>) action.get("inputs");
    assertThat(inputs.keySet()).isNotEmpty();
    for (Object input : inputs.keySet()) {
      assertThat(text).as("use of the input").containsPattern("inputs\\." + input + "\\b");
    }
    List<?> steps = (List<?>) ((Map<?, ?>) action.get("runs")).get("steps");
    assertThat(steps)
        .allSatisfy(
            step ->
                assertThat(String.valueOf(((Map<?, ?>) step).get("run"))).doesNotContain("${{"));
    String script = Files.readString(SCRIPT);
    Stream<MatchResult> variables =
        Pattern.compile("AI_AUDIT_[A-Z_]+(?=:)").matcher(text).results();
    assertThat(variables.map(MatchResult::group)).allSatisfy(v -> assertThat(script).contains(v));
  }

  @Test
  void everyOptionInTheRecipesExists() throws IOException {
    String help = CliRun.of(work, report(), "gate", "--help").out();
    List<String> texts = new ArrayList<>(blocks("yaml"));
    texts.addAll(blocks("sh"));
    texts.addAll(blocks("groovy"));
    texts.add(Files.readString(Path.of(".pre-commit-hooks.yaml")));
    texts.add(Files.readString(Path.of("ci/gitlab.yml")));
    texts.add(Files.readString(SCRIPT));
    Pattern option =
        Pattern.compile("--(diff-base|diff|baseline|fail-on|config|format|allow-[a-z]+)");
    List<String> used =
        texts.stream().flatMap(t -> option.matcher(t).results()).map(MatchResult::group).toList();
    assertThat(used)
        .hasSizeGreaterThan(8)
        .allSatisfy(name -> assertThat(help).containsPattern(name + "\\b"));
  }

  @ParameterizedTest
  @DisabledOnOs(OS.WINDOWS)
  @CsvSource({"0,", "1,main", "2,", "3,", "4,"})
  void theStepHandsTheExitCodeOnAndNeverFailsItself(int code, String branch) throws Exception {
    Path output = Files.createFile(work.resolve("output"));
    Path summary = Files.createFile(work.resolve("summary"));
    Path fake =
        program(
            "for a in \"$@\"; do echo \"arg:$a\"; done\n"
                + "echo '{}' > r.sarif\necho text > "
                + work.resolve("ai-audit-summary.md")
                + "\nexit "
                + code
                + "\n");
    String said =
        step(
            Map.of(
                "AI_AUDIT",
                fake.toString(),
                "AI_AUDIT_DIFF_BASE",
                "auto",
                "AI_AUDIT_PATH",
                "a b;$(touch caught)",
                "AI_AUDIT_SARIF",
                "r.sarif",
                "GITHUB_BASE_REF",
                branch == null ? "" : branch,
                "GITHUB_OUTPUT",
                output.toString(),
                "GITHUB_STEP_SUMMARY",
                summary.toString(),
                "RUNNER_TEMP",
                work.toString()));
    assertThat(said).contains("arg:gate", "arg:--\narg:a b;$(touch caught)\n");
    assertThat(said.contains("arg:--diff-base=origin/main")).isEqualTo(branch != null);
    assertThat(output).hasContent("exit-code=" + code + "\nsarif=r.sarif");
    assertThat(summary).hasContent("text");
    assertThat(work.resolve("caught")).doesNotExist();
  }

  @ParameterizedTest
  @DisabledOnOs(OS.WINDOWS)
  @CsvSource({"sh", "groovy"})
  void shellInTheRecipesIsShell(String language) throws Exception {
    for (String block : blocks(language)) {
      String shell = language.equals("sh") ? block : block.replaceAll("(?s).*'''(.*)'''.*", "$1");
      Path file = Files.writeString(work.resolve("block.sh"), shell);
      Process check = new ProcessBuilder("bash", "-n", file.toString()).inheritIO().start();
      assertThat(check.waitFor()).as(shell).isZero();
    }
  }

  private String step(Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", SCRIPT.toAbsolutePath().toString());
    builder.directory(work.toFile()).redirectErrorStream(true).environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private Path program(String body) throws IOException {
    Path file = Files.writeString(work.resolve("fake"), "#!/bin/sh\n" + body);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private static Report report() {
    return CannedReport.usual();
  }

  private static List<String> blocks(String language) throws IOException {
    String page = Files.readString(Path.of("docs/ci.md"));
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private static Map<String, Object> yaml(String text) {
    Object first = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    if (first instanceof List<?> list) {
      return Map.of("items", list);
    }
    @SuppressWarnings("unchecked")
    Map<String, Object> map = (Map<String, Object>) first;
    return map;
  }
}
