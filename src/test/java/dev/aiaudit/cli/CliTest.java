package dev.aiaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.Golden;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.CannedReport;
import dev.aiaudit.render.HostileText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CliTest {
  @TempDir Path directory;

  /** The tool itself, and each command that its help lists. */
  static List<String> commands() {
    String help = CliRun.of(Path.of(""), CannedReport.empty(), "--help").out();
    Stream<String> names =
        Pattern.compile("(?m)^  ([a-z]+) {2,}").matcher(help).results().map(name -> name.group(1));
    return Stream.concat(Stream.of(""), names).toList();
  }

  @Test
  void theHelpListsTheCommands() {
    assertThat(commands()).contains("", "scan", "gate", "man").hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpLooksLikeTheGoldenFile(String command) {
    CliRun run = command.isEmpty() ? run("--help") : run(command, "--help");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    Golden.check("help" + (command.isEmpty() ? "" : "-" + command) + ".txt", run.out());
  }

  @Test
  void theVersionTellsTheJavaVersionToo() {
    CliRun run = run("--version");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).matches("ai-audit \\d\\S*( \\(\\w+\\))?, Java \\d\\S*\\R");
  }

  @ParameterizedTest
  @CsvSource({
    "never, true, OK",
    "error, true, FINDINGS",
    "note, true, FINDINGS",
    "never, false, INCOMPLETE",
    "error, false, FINDINGS",
  })
  void theExitCodeFollowsFindingsThenCompleteness(
      String failOn, boolean complete, ExitCode expected) {
    Report report = complete ? CannedReport.usual() : CannedReport.incomplete();
    CliRun run = CliRun.of(directory, report, "scan", "--fail-on", failOn);
    assertThat(run.code()).isEqualTo(expected);
    assertThat(run.out()).contains("AIA001");
    String word = expected == ExitCode.FINDINGS ? "fail" : "incomplete";
    String reason = expected == ExitCode.OK ? "" : "ai-audit: " + word + ": .+\\R";
    assertThat(run.err()).matches(reason);
  }

  @Test
  void suppressedFindingsDoNotFailARun() {
    Report report = CannedReport.usual();
    Report suppressed =
        new Report(
            report.toolVersion(),
            report.catalog(),
            report.coverage(),
            report.providers(),
            report.inventory(),
            report.findings().stream().filter(f -> f.suppression().isPresent()).toList(),
            report.diagnostics());
    assertThat(CliRun.of(directory, suppressed, "scan", "--fail-on=note").code())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void anIncompleteScanCanBeAllowed() {
    Report report = CannedReport.incomplete();
    assertThat(CliRun.of(directory, report, "scan", "--allow-incomplete").code())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void withoutArgumentsTheCurrentDirectoryIsScanned() {
    CliRun run = run();
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.request().root()).isEqualTo(directory);
    assertThat(run.request().rootAsGiven()).isEqualTo(".");
    assertThat(run.request().gitignore()).isTrue();
  }

  @Test
  void inputOptionsReachTheScanner() throws IOException {
    Files.createDirectory(directory.resolve("src"));
    Files.createFile(directory.resolve("a.yml"));
    CliRun run =
        run(
            "scan",
            "src",
            "--exclude=a/**",
            "--exclude",
            "b",
            "--include=*.java",
            "--no-gitignore",
            "--threads=3",
            "--config=a.yml");
    assertThat(run.request().root()).isEqualTo(directory.resolve("src"));
    assertThat(run.request().rootAsGiven()).isEqualTo("src");
    assertThat(run.request().excludes()).containsExactly("a/**", "b");
    assertThat(run.request().includes()).containsExactly("*.java");
    assertThat(run.request().gitignore()).isFalse();
    assertThat(run.request().threads()).contains(3);
    assertThat(run.request().config()).contains(directory.resolve("a.yml"));
  }

  @Test
  void repeatedOptionsAddUpWhateverStandsBetween() {
    CliRun run = run("scan", "--exclude=a", "--no-gitignore", "--exclude=b", "--threads=2");
    assertThat(run.request().excludes()).containsExactly("a", "b");
    assertThat(run.request().gitignore()).isFalse();
    assertThat(run.request().threads()).contains(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "scn                    | did you mean 'scan'?",
        "scan --fromat=json     | did you mean '--format'?",
        "scan --format=jsn      | did you mean 'json'?",
        "scan --fail-on=eror    | did you mean 'error'?",
        "scan nowhere           | no such file or directory: nowhere",
        "scan --format=json --format=text | should be specified only once",
        "scan --threads=0       | --threads must be at least 1",
        "scan --threads=x       | 'x' is not an int",
        "scan --config=no.yml   | no such settings file: no.yml",
        "scan -o report.doc     | known endings are .txt, .json",
        "scan -o no/report.json | the directory of 'no/report.json' does not exist",
        "scan -q -v             | exclude each other",
        "scan a b               | Unmatched argument",
        "explain AIA01          | did you mean 'AIA001'?",
        "explain nothing-like   | no such rule: nothing-like",
        "scan --debug -o        | Missing required parameter",
        "--debug                | no command given",
      })
  void aWrongCommandLineIsToldInOneSentence(String line, String expected) {
    CliRun run = run(line.split(" +"));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("ai-audit: ").contains(expected);
    assertThat(run.err().lines().filter(l -> !l.contains("  at "))).hasSize(2);
  }

  @Test
  void refusedSettingsAreAUsageError() {
    CliRun run =
        CliRun.of(
            directory,
            request -> {
              throw new ScanRefusedException(".ai-audit.yml:3:1: unknown key");
            },
            Map.of(),
            "scan");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).isEqualTo("ai-audit: .ai-audit.yml:3:1: unknown key\n");
  }

  @Test
  void internalErrorsTakeOneLineAndShowTheStackOnlyOnRequest() {
    Scanner broken =
        request -> {
          throw new IllegalStateException("bad\nstate");
        };
    CliRun run = CliRun.of(directory, broken, Map.of(), "scan");
    assertThat(run.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains("IllegalStateException");
    CliRun debug = CliRun.of(directory, broken, Map.of(), "scan", "--debug");
    assertThat(debug.err()).contains("  at ").contains("CliTest");
  }

  @Test
  void errorsOfTheMachineAreInternalErrorsToo() {
    Scanner overflow =
        request -> {
          throw new StackOverflowError();
        };
    assertThat(CliRun.of(directory, overflow, Map.of(), "scan").code())
        .isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void reportsGoToFilesAndTheSummaryToTheScreen() throws IOException {
    CliRun run = run("scan", "-o", "a.json", "-o", "b.TXT");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(directory.resolve("a.json"))).startsWith("{\n  \"schemaVersion\"");
    assertThat(Files.readString(directory.resolve("b.TXT"))).contains("error[AIA001]");
    assertThat(run.out()).contains("Call sites").doesNotContain("error[AIA001]");
  }

  @Test
  void jsonOnStandardOutputIsNothingButJson() {
    CliRun run = run("scan", "--format", "json", "--color=always");
    assertThat(run.out()).startsWith("{").endsWith("}\n").doesNotContain("\u001b");
  }

  @Test
  void quietLeavesOnlyTheCounts() {
    assertThat(run("scan", "-q").out().lines()).hasSize(1);
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    assertThat(run("scan").out()).isEqualTo(run("scan").out());
  }

  @Test
  void colourFollowsTheOptionAndTheEnvironment() {
    assertThat(run("scan").out()).doesNotContain("\u001b");
    assertThat(run("scan", "--color=always").out()).contains("\u001b[1;31m");
    CliRun forced =
        CliRun.of(
            directory, CliRun.canned(CannedReport.usual()), Map.of("FORCE_COLOR", "1"), "scan");
    assertThat(forced.out()).contains("\u001b[1;31m");
  }

  @Test
  void linksAreWrittenOnRequest() {
    assertThat(run("scan", "--hyperlink=vscode").out()).contains("]8;;vscode://file/");
  }

  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.HostileText#all")
  void hostileArgumentsAndMessagesHaveNoPower(String hostile) {
    HostileText.assertHarmless(run("scan", "x" + hostile).err());
    HostileText.assertHarmless(run("--x" + hostile).err());
    HostileText.assertHarmless(run("explain", hostile).err());
    Scanner broken =
        request -> {
          throw new IOException(hostile);
        };
    HostileText.assertHarmless(CliRun.of(directory, broken, Map.of(), "scan").err());
  }

  @Test
  void explainShowsThePageOfARuleByIdOrName() {
    CliRun byId = run("explain", "aia001");
    assertThat(byId.code()).isEqualTo(ExitCode.OK);
    assertThat(byId.out()).contains("AIA001").doesNotContain("```");
    assertThat(run("explain", "unguarded-critical-call").out()).isEqualTo(byId.out());
  }

  @Test
  void rulesAreListedWithSeverity() {
    assertThat(run("rules").out().lines())
        .anyMatch(line -> line.matches("AIA001  unguarded-critical-call +error +\\S.*"));
    assertThat(run("explain").out()).isEqualTo(run("rules").out());
  }

  @Test
  void theCatalogIsListed() {
    assertThat(run("catalog").out().lines()).anyMatch(line -> line.startsWith("openai-java"));
  }

  @Test
  void textIsUtf8WhateverTheHostPrefers() {
    CliRun run = run("scan");
    assertThat(run.bytes()).containsSubsequence("│".getBytes(StandardCharsets.UTF_8));
    assertThat(List.of(run.out().split("\n"))).anyMatch(line -> line.contains("│"));
  }

  private CliRun run(String... arguments) {
    return CliRun.of(directory, CannedReport.usual(), arguments);
  }
}
