package dev.aiaudit.cli;

import dev.aiaudit.engine.Ignoring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to scan. */
final class InputOptions {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PATH",
      description = "Directory to scan (default: the current one).")
  String path = ".";

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "Scan only files that match; repeatable.")
  List<String> includes = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Leave out files that match; repeatable.")
  List<String> excludes = new ArrayList<>();

  @Option(names = "--no-gitignore", description = "Scan files that git ignores, too.")
  boolean noGitignore;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings file (default: .ai-audit.yml in PATH).")
  Optional<String> config = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of workers (default: one for each core).")
  Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description =
          "End after TIME, such as 90s or 10m, and report what is known as incomplete; 0 for no"
              + " limit (default: 5m).")
  TimeLimit timeout = TimeLimit.STANDARD;

  /** What is wrong with the values, if anything. */
  Optional<String> problem(Path directory) {
    if (!Files.exists(directory.resolve(path))) {
      return Optional.of("no such file or directory: " + path);
    }
    if (threads.isPresent() && threads.get() < 1) {
      return Optional.of("--threads must be at least 1");
    }
    return config
        .filter(file -> !Files.isRegularFile(directory.resolve(file)))
        .map(file -> "no such settings file: " + file);
  }

  ScanRequest request(Path directory, Consumer<String> progress) {
    return new ScanRequest(
        directory.resolve(path).normalize(),
        path,
        includes,
        excludes,
        !noGitignore,
        config.map(directory::resolve),
        threads,
        timeout.limit(),
        Ignoring.UNDATED,
        Optional.empty(),
        Optional.empty(),
        progress);
  }
}
