package dev.aiaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aiaudit.render.CannedReport;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {
  @TempDir Path directory;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"scan", "scan --format=json", "scan --help", "rules", "explain AIA001"})
  void aFullDiskIsAnInternalErrorForEveryCommand(String line) {
    assertThat(run(failing("No space left on device"), line)).isEqualTo(ExitCode.INTERNAL);
    assertThat(message()).isEqualTo("ai-audit: cannot write the output: No space left on device\n");
  }

  @Test
  void theRealFullDeviceIsNoticed() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    try (OutputStream out = new FileOutputStream(full.toFile())) {
      assertThat(run(out, "scan")).isEqualTo(ExitCode.INTERNAL);
    }
    assertThat(message()).contains("cannot write the output");
  }

  @Test
  void aReaderThatWentAwayGetsNoMessage() {
    assertThat(run(failing("Broken pipe"), "scan")).isEqualTo(ExitCode.INTERNAL);
    assertThat(message()).isEmpty();
  }

  @Test
  void aFileThatCannotBeWrittenIsAnInternalErrorWithItsName() throws IOException {
    Path file = directory.resolve("x.json");
    Files.createFile(file);
    OutputStream out = new ByteArrayOutputStream();
    Streams streams = new Streams(out, err);
    Scanner deleting =
        request -> {
          Files.delete(file);
          Files.createDirectory(file);
          return CliRun.canned(CannedReport.usual()).scan(request);
        };
    Host host = CliRun.host(directory, streams, deleting, Map.of());
    assertThat(streams.settle(CommandRunner.run(host, "scan", "-o", "x.json")))
        .isEqualTo(ExitCode.INTERNAL);
    assertThat(message()).startsWith("ai-audit: cannot read or write: ").contains("x.json");
  }

  private ExitCode run(OutputStream out, String line) {
    Streams streams = new Streams(out, err);
    Scanner scanner = CliRun.canned(CannedReport.usual());
    Host host = CliRun.host(directory, streams, scanner, Map.of());
    return streams.settle(CommandRunner.run(host, line.split(" ")));
  }

  private String message() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
