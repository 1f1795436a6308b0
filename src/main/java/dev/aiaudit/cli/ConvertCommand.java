package dev.aiaudit.cli;

import dev.aiaudit.model.Report;
import dev.aiaudit.render.Format;
import dev.aiaudit.render.Look;
import dev.aiaudit.render.SourceLines;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a saved report in other formats. */
@Command(
    name = "convert",
    abbreviateSynopsis = true,
    description = "Write a saved JSON report in another format, without a new scan.",
    footer = {"", "Code is not in the JSON report, so the result shows places without code."})
final class ConvertCommand extends AbstractCommand {
  @Parameters(index = "0", paramLabel = "REPORT", description = "JSON report of an earlier scan.")
  String file = "";

  @Mixin OutputOptions output = new OutputOptions();

  ConvertCommand(Host host) {
    super(host);
  }

  @Override
  void validate() {
    output.problem(host().directory()).ifPresent(SourceProblem::refuse);
  }

  @Override
  ExitCode execute() throws IOException {
    Report report = SavedReport.read(host().directory(), file);
    for (String target : output.files) {
      ReportFile.write(
          host().directory().resolve(target),
          Format.ofFileName(target)
              .orElseThrow()
              .renderer(SourceLines.NONE, ReportingCommand.RULE_TITLES, Look.PLAIN),
          report);
    }
    if (output.files.isEmpty() || output.format.isPresent()) {
      Look look = output.look(host(), host().directory());
      output
          .stdoutFormat()
          .renderer(SourceLines.NONE, ReportingCommand.RULE_TITLES, look)
          .render(report, host().out());
    }
    return ExitCode.OK;
  }
}
