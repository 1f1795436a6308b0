package dev.aiaudit;

import dev.aiaudit.cli.CommandRunner;
import dev.aiaudit.cli.EngineScanner;
import dev.aiaudit.cli.ExitCode;
import dev.aiaudit.cli.Host;
import dev.aiaudit.cli.Streams;
import dev.aiaudit.cli.Version;
import dev.aiaudit.terminal.NativeConsole;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** Wires the streams, runs the command line and ends with its exit code. */
public final class Main {
  private Main() {}

  /** Starts the command line. */
  public static void main(String[] args) {
    Streams streams =
        new Streams(
            new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    System.exit(streams.settle(run(streams, args)).code());
  }

  private static ExitCode run(Streams streams, String... args) {
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      // Answered without the command line, whose set-up takes longer than the rest of the program.
      streams.out().print(Version.current().line() + "\n");
      return ExitCode.OK;
    }
    return CommandRunner.run(host(streams), args);
  }

  private static Host host(Streams streams) {
    Map<String, String> environment = System.getenv();
    return new Host(
        System.in,
        streams.out(),
        streams.err(),
        environment,
        Path.of("").toAbsolutePath(),
        new NativeConsole(environment, System.getProperty("os.name")),
        System::nanoTime,
        LocalDate::now,
        new EngineScanner(Version.current().number(), System::nanoTime));
  }
}
