package dev.aiaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Report;
import dev.aiaudit.render.CannedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCommandsTest {
  @TempDir Path directory;

  @Test
  void aConvertedReportIsTheReportThatAScanWouldHaveWritten() throws IOException {
    run(CannedReport.usual(), "scan", "-o", "a.json", "-o", "a.sarif", "-o", "a.csv");
    CliRun convert = run(CannedReport.empty(), "convert", "a.json", "-o", "b.sarif", "-o", "b.csv");
    assertThat(convert.code()).isEqualTo(ExitCode.OK);
    assertThat(convert.out()).isEmpty();
    assertThat(convert.requests()).isEmpty();
    assertThat(directory.resolve("b.sarif")).hasSameTextualContentAs(directory.resolve("a.sarif"));
    assertThat(directory.resolve("b.csv")).hasSameTextualContentAs(directory.resolve("a.csv"));
  }

  @Test
  void aDifferenceIsToldInThreeForms() throws IOException {
    run(CannedReport.usual(), "scan", "-o", "new.json");
    run(CannedReport.empty(), "scan", "-o", "old.json");
    CliRun text = run(CannedReport.empty(), "diff", "old.json", "new.json");
    assertThat(text.out()).contains("New findings (3)").contains("New providers (2)");
    CliRun markdown =
        run(CannedReport.empty(), "diff", "old.json", "new.json", "--format=markdown");
    assertThat(markdown.out()).startsWith("### New findings");
    CliRun json = run(CannedReport.empty(), "diff", "new.json", "new.json", "--format=json");
    assertThat(json.out()).contains("\"newFindings\": []");
  }

  @Test
  void outagesAreToldForOneProviderOrAsATable() {
    CliRun one = run(CannedReport.usual(), "outage", "openai");
    assertThat(one.code()).isEqualTo(ExitCode.OK);
    assertThat(one.out()).contains("2 fail,").contains("http POST /orders/{id}/summary");
    CliRun all = run(CannedReport.usual(), "outage", "--all", ".");
    assertThat(all.out().lines().findFirst().orElse("").trim().split(" +"))
        .containsExactly("anthropic", "openai", "ceiling");
    assertThat(all.out()).containsPattern("http POST /orders/\\{id}/summary +(-|unknown) +fails");
    assertThat(run(CannedReport.incomplete(), "outage", "openai").code())
        .isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void picturesCanBeNarrowed() {
    CliRun run = run(CannedReport.usual(), "graph", "--entry=Orders.summarize", "--format=dot");
    assertThat(run.out()).startsWith("digraph").contains("grpc Orders").doesNotContain("POST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "outage                    | name a provider, or --all",
        "outage opnai              | did you mean 'openai'?",
        "outage openai --all       | --all takes no provider",
        "outage openai --minutes=0 | --minutes must be from 1",
        "graph --provider=opnai    | nothing here calls 'opnai'; did you mean 'openai'?",
        "graph --entry=nowhere     | no entry point matches 'nowhere'",
        "convert no.json           | no such file: no.json",
        "convert bad.json          | 'bad.json': no JSON in line 1",
        "diff bad.json bad.json    | 'bad.json': no JSON in line 1",
        "diff bad.json             | Missing required parameter",
      })
  void aWrongCommandLineIsToldInOneSentence(String line, String expected) throws IOException {
    Files.writeString(directory.resolve("bad.json"), "{nonsense");
    CliRun run = run(CannedReport.usual(), line.split(" +"));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(expected);
  }

  private CliRun run(Report report, String... arguments) {
    return CliRun.of(directory, report, arguments);
  }
}
