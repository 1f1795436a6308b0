package dev.aiaudit.cli;

import dev.aiaudit.change.GitPast;
import dev.aiaudit.engine.Ignoring;
import dev.aiaudit.model.Report;
import dev.aiaudit.triage.Gate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** When a scan counts as failed. */
final class GateOptions {
  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = {
        "Exit 1 on a finding of this severity or worse:",
        "error, warning, note or never (default: error for",
        "gate, never for scan)."
      })
  Optional<Threshold> failOn = Optional.empty();

  @Option(
      names = "--allow-incomplete",
      description = "Exit 0 also when files could not be analysed.")
  boolean allowIncomplete;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = {
        "Findings in this file do not count (default for gate:",
        ".ai-audit-baseline.json in PATH, if there is one)."
      })
  Optional<String> baseline = Optional.empty();

  @Option(
      names = "--diff-base",
      paramLabel = "GITREV",
      description = {
        "Only what the change since it shares history with",
        "this revision brings or makes worse counts; runs git."
      })
  Optional<String> diffBase = Optional.empty();

  @Option(
      names = "--diff",
      paramLabel = "FILE",
      description = {
        "The same, with the change as a unified diff that ends",
        "at the scanned tree; - reads standard input."
      })
  Optional<String> diff = Optional.empty();

  @Option(names = "--no-ignores", description = "Count also what comments and settings ignore.")
  boolean noIgnores;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "Day by which ignores expire (default: today).")
  Optional<String> today = Optional.empty();

  /** What is wrong with the values, if anything. */
  Optional<String> problem() {
    if (diffBase.isPresent() && diff.isPresent()) {
      return Optional.of("--diff-base and --diff exclude each other");
    }
    return diffBase.flatMap(GitPast::problem).or(this::dateProblem);
  }

  private Optional<String> dateProblem() {
    try {
      return today.map(LocalDate::parse).flatMap(valid -> Optional.empty());
    } catch (DateTimeException e) {
      return Optional.of("--today: '" + today.orElse("") + "' is no date such as 2027-01-31");
    }
  }

  Ignoring ignoring(Host host) {
    LocalDate day = today.map(LocalDate::parse).orElseGet(host.today());
    Ignoring.Use use = noIgnores ? Ignoring.Use.PASSED_OVER : Ignoring.Use.HONOURED;
    return new Ignoring(use, Optional.of(day));
  }

  /**
   * What the gate says.
   *
   * @param usual the threshold when none was given
   */
  Gate.Decision judge(Report report, Threshold usual) {
    Gate gate = failOn.orElse(usual).severity().map(Gate::failingOn).orElseGet(Gate::neverFailing);
    return gate.withIncomplete(allowIncomplete ? Gate.Incomplete.ALLOWED : Gate.Incomplete.REFUSED)
        .decide(report);
  }
}
