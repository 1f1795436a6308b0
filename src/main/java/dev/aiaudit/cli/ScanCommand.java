package dev.aiaudit.cli;

import java.util.Optional;
import picocli.CommandLine.Command;

/** Scans a tree and reports. */
@Command(
    name = "scan",
    abbreviateSynopsis = true,
    description = "Report which entry points wait for which AI provider without a fallback.",
    footer = {
      "",
      "Exit codes: 0 done, 1 findings at or above --fail-on, 2 usage or settings error,",
      "3 scan incomplete, 4 internal error or output not written.",
      "The JSON format is described by report.schema.json, which is in the jar."
    })
final class ScanCommand extends ReportingCommand {
  ScanCommand(Host host) {
    super(host);
  }

  @Override
  Threshold usualThreshold() {
    return Threshold.NEVER;
  }

  @Override
  Optional<String> usualBaseline() {
    return Optional.empty();
  }
}
