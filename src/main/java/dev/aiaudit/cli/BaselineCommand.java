package dev.aiaudit.cli;

import dev.aiaudit.engine.Ignoring;
import dev.aiaudit.escape.Escape;
import dev.aiaudit.model.Report;
import dev.aiaudit.triage.Baseline;
import dev.aiaudit.triage.FindingKey;
import dev.aiaudit.workspace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes down what is there today, so that the gate fails only on what comes after. */
@Command(
    name = "baseline",
    abbreviateSynopsis = true,
    description = "Accept today's findings: the gate then fails on new ones only.",
    footer = {
      "",
      "The file has one finding per line and belongs under version control.",
      "Exit codes: 0 written, 2 usage or settings error, 3 scan incomplete."
    })
final class BaselineCommand extends AbstractCommand {
  @Mixin InputOptions input = new InputOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write (default: .ai-audit-baseline.json in PATH).")
  Optional<String> file = Optional.empty();

  @Option(names = "--update", description = "Drop what is fixed from the file; accept nothing new.")
  boolean update;

  @Option(names = "--force", description = "Accept everything anew over an existing file.")
  boolean force;

  @Option(names = "--allow-incomplete", description = "Write also when files were not analysed.")
  boolean allowIncomplete;

  BaselineCommand(Host host) {
    super(host);
  }

  @Override
  void validate() {
    input.problem(host().directory()).ifPresent(SourceProblem::refuse);
    if (update && force) {
      throw new UsageException("--update and --force exclude each other");
    }
    boolean exists = Files.exists(target());
    if (exists && !update && !force) {
      throw new UsageException(
          "'"
              + shown()
              + "' is there already: --update drops what is fixed, --force accepts all anew");
    }
    if (!exists && update) {
      throw new UsageException("there is no '" + shown() + "' to update");
    }
  }

  @Override
  ExitCode execute() throws ScanRefusedException, IOException {
    ScanRequest request =
        input.request(host().directory(), text -> {}).ignoring(Ignoring.on(host().today().get()));
    Report report = host().scanner().scan(request).report();
    if (!report.coverage().complete() && !allowIncomplete) {
      // What was not seen would be new the day it can be read.
      say("not written: the scan is incomplete, a file that could matter was not analysed");
      return ExitCode.INCOMPLETE;
    }
    if (update) {
      return drop(request, report);
    }
    Baseline baseline = Baseline.of(report);
    write(baseline);
    say(Counted.of(baseline.entries().size(), "finding") + " accepted in " + shown());
    return ExitCode.OK;
  }

  private ExitCode drop(ScanRequest request, Report report)
      throws ScanRefusedException, IOException {
    Baseline old = BaselineFile.read(host().directory(), target().toString());
    Path folder = BaselineFile.folder(request.root());
    Baseline.Applied applied = old.apply(report, path -> Files.isRegularFile(folder.resolve(path)));
    for (FindingKey fixed : applied.fixed()) {
      String where = fixed.method().isEmpty() ? "" : " in " + fixed.method();
      say("fixed: " + fixed.rule() + " " + fixed.file() + where);
    }
    write(applied.kept());
    say(
        Counted.of(applied.fixed().size(), "fixed finding")
            + " dropped, "
            + Counted.of(applied.kept().entries().size(), "finding")
            + " left in "
            + shown());
    return ExitCode.OK;
  }

  private void write(Baseline baseline) throws IOException {
    AtomicFile.write(target(), baseline.text().getBytes(StandardCharsets.UTF_8));
  }

  private Path target() {
    Path directory = host().directory();
    return file.map(directory::resolve)
        .orElseGet(() -> BaselineFile.folder(directory.resolve(input.path)).resolve(Baseline.NAME));
  }

  private String shown() {
    return file.orElse(Baseline.NAME);
  }

  private void say(String text) {
    String line = "ai-audit: " + Escape.terminal(text) + "\n";
    host().err().print(Escape.lineStartGuard(line));
  }
}
