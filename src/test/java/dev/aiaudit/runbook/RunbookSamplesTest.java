package dev.aiaudit.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.Golden;
import dev.aiaudit.cli.CliRun;
import dev.aiaudit.cli.EngineScanner;
import dev.aiaudit.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunbookSamplesTest {
  private static final Path SAMPLES = Path.of("samples");
  private static final String CALLER =
      "newsroom/src/main/java/com/example/newsroom/check/FactChecker.java";

  @TempDir Path temp;

  static List<String> samples() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theRunbooksAreThoseBesideTheSample(String sample) throws IOException {
    copy(sample);
    assertThat(run(sample).code()).isEqualTo(ExitCode.OK);
    List<Path> written = markdown(temp.resolve(sample).resolve("runbooks"));
    assertThat(written).hasSizeGreaterThan(2);
    for (Path file : written) {
      String name = temp.resolve(sample).relativize(file).toString().replace('\\', '/');
      Golden.check(
          SAMPLES.resolve(sample).resolve("expected").resolve(name), Files.readString(file));
    }
  }

  @Test
  void checkFindsWhatIsMissingOrStaleAndWritesNothing() throws IOException {
    copy("newsroom");
    Path page = temp.resolve("newsroom/runbooks/openai.md");
    assertThat(run("newsroom", "--check").code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(page).doesNotExist();
    run("newsroom");
    String written = Files.readString(page);
    assertThat(run("newsroom", "--check").code()).isEqualTo(ExitCode.OK);
    run("newsroom");
    assertThat(page).hasContent(written);
    Files.writeString(page, written.replace("## Meaning\n", "## Meaning\nours\n"));
    CliRun check = run("newsroom", "--check");
    assertThat(check.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(check.out()).contains("openai.md: stale").contains("anthropic.md: up to date");
    CliRun again = run("newsroom");
    assertThat(again.err())
        .contains("openai.md: edited inside generated blocks")
        .contains("meaning");
    assertThat(page).content().contains("\nours\n");
  }

  @Test
  void aScanTellsWhichRunbookIsStaleAndWhichIsMissing() throws IOException {
    copy("newsroom");
    assertThat(undocumented()).isEmpty();
    run("newsroom");
    assertThat(undocumented()).isEmpty();
    Path page = temp.resolve("newsroom/runbooks/openai.md");
    Files.writeString(page, Files.readString(page) + "\nour own words\n");
    assertThat(undocumented()).isEmpty();
    Files.writeString(page, Files.readString(page).replace("## Meaning\n", "## Meaning\nours\n"));
    assertThat(undocumented()).singleElement().asString().contains("openai.md no longer says");
    run("newsroom");
    assertThat(undocumented()).isEmpty();
    Path code = temp.resolve(CALLER);
    Files.writeString(code, "// a line more\n" + Files.readString(code));
    assertThat(undocumented()).isNotEmpty().allMatch(line -> line.contains("no longer says"));
    Files.delete(page);
    assertThat(undocumented()).anyMatch(line -> line.contains("openai.md does not exist"));
  }

  private List<String> undocumented() {
    EngineScanner scanner = new EngineScanner("@@VERSION@@");
    return CliRun.of(temp, scanner, Map.of(), "scan", "newsroom", "--format", "github")
        .out()
        .lines()
        .filter(line -> line.contains("AIA017"))
        .toList();
  }

  @Test
  void whatTheTeamKnowsOfAProviderReplacesWhatShips() throws IOException {
    copy("newsroom");
    Path facts = temp.resolve("newsroom/.ai-audit/provider-facts/openai.yaml");
    Files.createDirectories(facts.getParent());
    Files.writeString(
        facts,
        """
        provider: openai
        checked-on: '2026-01-02'
        status-pages:
          - {text: 'https://status.example.com', evidence: official, source: our contract}
        """);
    run("newsroom");
    Path page = temp.resolve("newsroom/runbooks/openai.md");
    assertThat(page).content().contains("<https://status.example.com> (official)", "2026-01-02");
    Files.writeString(facts, "provider: openai\nchecked-on: 'x'\nstatus: wrong\n");
    CliRun wrong = run("newsroom");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains(".ai-audit/provider-facts/openai.yaml").contains("status");
  }

  @Test
  void aWrongTemplateIsAnErrorWithItsFileAndLine() throws IOException {
    copy("newsroom");
    Path template = temp.resolve("newsroom/.ai-audit/templates/impact.md");
    Files.createDirectories(template.getParent());
    Files.writeString(template, "one\n{{nothing}}\n");
    CliRun wrong = run("newsroom");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains(".ai-audit/templates/impact.md:2: there is no 'nothing' here");
    assertThat(temp.resolve("newsroom/runbooks")).doesNotExist();
  }

  @Test
  void aPageThatPeopleWroteIsNotTouched() throws IOException {
    copy("newsroom");
    Path page = temp.resolve("newsroom/runbooks/openai.md");
    Files.createDirectories(page.getParent());
    Files.writeString(page, "# ours\n");
    CliRun run = run("newsroom");
    assertThat(run.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(run.err()).contains("was not written by ai-audit");
    assertThat(page).hasContent("# ours\n");
    assertThat(page.resolveSibling("README.md")).doesNotExist();
    Files.writeString(page, "# ours\n<!-- ai-audit:runbook -->\n");
    assertThat(run("newsroom").code()).isEqualTo(ExitCode.OK);
    assertThat(page).content().startsWith("# ours\n").contains("## Meaning");
  }

  private CliRun run(String sample, String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "runbook";
    words[1] = sample;
    System.arraycopy(options, 0, words, 2, options.length);
    return CliRun.of(temp, new EngineScanner("@@VERSION@@"), Map.of(), words);
  }

  private void copy(String sample) throws IOException {
    Path root = SAMPLES.resolve(sample);
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(root.resolve("expected"))) {
          Path target = temp.resolve(SAMPLES.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static List<Path> markdown(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(".md")).sorted().toList();
    }
  }
}
