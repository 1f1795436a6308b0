package dev.aiaudit.cli;

import dev.aiaudit.model.Report;
import dev.aiaudit.render.CannedReport;
import dev.aiaudit.terminal.ConsoleProbe;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run of the command line inside the test's process. */
public record CliRun(ExitCode code, byte[] bytes, String err, List<ScanRequest> requests) {

  static CliRun of(Path directory, Report report, String... arguments) {
    return of(directory, canned(report), Map.of(), arguments);
  }

  /** Runs a command line in a directory, with an environment that is not the host's. */
  public static CliRun of(
      Path directory, Scanner scanner, Map<String, String> environment, String... arguments) {
    return fed("", directory, scanner, environment, arguments);
  }

  /** The same with text on standard input. */
  static CliRun fed(
      String input,
      Path directory,
      Scanner scanner,
      Map<String, String> environment,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams = new Streams(out, err);
    List<ScanRequest> requests = new ArrayList<>();
    Scanner recording =
        request -> {
          requests.add(request);
          return scanner.scan(request);
        };
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Host host = host(in, directory, streams, recording, environment);
    ExitCode code = streams.settle(CommandRunner.run(host, arguments));
    return new CliRun(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8), requests);
  }

  static Host host(
      Path directory, Streams streams, Scanner scanner, Map<String, String> environment) {
    return host(InputStream.nullInputStream(), directory, streams, scanner, environment);
  }

  private static Host host(
      InputStream in,
      Path directory,
      Streams streams,
      Scanner scanner,
      Map<String, String> environment) {
    return new Host(
        in,
        streams.out(),
        streams.err(),
        environment,
        directory,
        ConsoleProbe.NONE,
        () -> 0L,
        () -> LocalDate.of(2026, 11, 24),
        scanner);
  }

  static Scanner canned(Report report) {
    return request -> new ScanOutput(report, CannedReport.sources());
  }

  /** Standard output. */
  public String out() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  ScanRequest request() {
    return requests.get(0);
  }
}
