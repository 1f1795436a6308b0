package dev.aiaudit.cli;

import dev.aiaudit.triage.Baseline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;

/** The same scan as a gate of a build. */
@Command(
    name = "gate",
    abbreviateSynopsis = true,
    description = "Scan as a CI gate: fail on new errors and on what could not be analysed.",
    footer = {
      "",
      "Exit codes: 0 passed, 1 findings at or above --fail-on, 2 usage or settings",
      "error, 3 scan incomplete, 4 internal error or output not written.",
      "The last line on standard error is the reason for the exit code."
    })
final class GateCommand extends ReportingCommand {
  GateCommand(Host host) {
    super(host);
  }

  @Override
  Threshold usualThreshold() {
    return Threshold.ERROR;
  }

  @Override
  Optional<String> usualBaseline() {
    Path folder = BaselineFile.folder(host().directory().resolve(input.path));
    return Optional.of(folder.resolve(Baseline.NAME))
        .filter(Files::isRegularFile)
        .map(Path::toString);
  }
}
