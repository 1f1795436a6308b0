package dev.aiaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.render.CannedReport;
import dev.aiaudit.workspace.GitRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an installation brings beside the program: completion, manual page, the commit. */
class InstalledHelpTest {
  @TempDir Path directory;

  @Test
  void completionOffersTheWordsThatTheCommandLineTakes() {
    CliRun run = run("completion", "bash");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("\"auto\" \"always\" \"never\"")
        .contains("\"error\" \"warning\" \"note\" \"never\"")
        .contains("\"text\" \"json\" \"sarif\"")
        .doesNotContain("AUTO", "MERMAID", "--debug");
  }

  @Test
  void bothShellsReadTheSameScript() {
    assertThat(run("completion", "zsh").out()).isEqualTo(run("completion", "bash").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fish", "BASH", ""})
  void aShellThatIsNotKnownIsAUsageError(String shell) {
    CliRun run = run("completion", shell);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("is none of bash, zsh");
  }

  @Test
  void theManualPageHasEveryCommandAndNoLineThatManWouldTakeForAMacro() {
    CliRun run = run("man");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains(".SS \"ai\\-audit gate [OPTIONS] [PATH]\"", "\\-\\-fail\\-on");
    assertThat(run.out().lines())
        .allSatisfy(line -> assertThat(line).matches("(\\.(TH|SH|SS|TP|PP|B)\\b.*|[^.'].*)"));
    assertThat(run.out().chars()).allMatch(c -> c == '\n' || c >= ' ' && c < 127);
  }

  @Test
  void theBuildTellsTheCommitThatIsCheckedOut() throws IOException {
    Path file = Files.writeString(directory.resolve("version.txt"), "1.2.0\n\n");
    VersionStamp.main(new String[] {Path.of("").toAbsolutePath().toString(), file.toString()});
    String commit = GitRevision.read(Path.of("")).map(all -> all.substring(0, 10)).orElse("");
    assertThat(file).hasContent("1.2.0\n" + commit + "\n");
  }

  @Test
  void aCommitThatTheBuildWasToldStays() throws IOException {
    Path file = Files.writeString(directory.resolve("version.txt"), "1.2.0\n3f2a91c\n");
    VersionStamp.main(new String[] {Path.of("").toAbsolutePath().toString(), file.toString()});
    assertThat(file).hasContent("1.2.0\n3f2a91c\n");
  }

  @Test
  void anUnpackedArchiveInsideAnotherWorkTreeHasNoCommit() throws IOException {
    Path sources = Files.createDirectories(Path.of("target/unpacked"));
    Path file = Files.writeString(directory.resolve("version.txt"), "1.2.0\n\n");
    VersionStamp.main(new String[] {sources.toAbsolutePath().toString(), file.toString()});
    assertThat(file).hasContent("1.2.0\n\n");
  }

  private CliRun run(String... arguments) {
    return CliRun.of(directory, CannedReport.usual(), arguments);
  }
}
