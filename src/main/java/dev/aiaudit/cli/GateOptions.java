package dev.aiaudit.cli;

import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import picocli.CommandLine.Option;

/** When a scan counts as failed. */
final class GateOptions {
  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = {
        "Exit 1 on a finding of this severity or worse:",
        "error, warning, note or never (default: never)."
      })
  Threshold failOn = Threshold.NEVER;

  @Option(
      names = "--allow-incomplete",
      description = "Exit 0 also when files could not be analysed.")
  boolean allowIncomplete;

  /**
   * A finding that counts is worth more attention than a file that was not read, so it decides
   * first.
   */
  ExitCode judge(Report report) {
    if (report.findings().stream().anyMatch(this::counts)) {
      return ExitCode.FINDINGS;
    }
    boolean incomplete = !report.coverage().complete() && !allowIncomplete;
    return incomplete ? ExitCode.INCOMPLETE : ExitCode.OK;
  }

  private boolean counts(Finding finding) {
    return finding.suppression().isEmpty() && failOn.reachedBy(finding.severity());
  }
}
