package dev.aiaudit.cli;

import dev.aiaudit.model.Report;
import dev.aiaudit.render.Look;
import dev.aiaudit.render.Renderer;
import dev.aiaudit.render.RuleNames;
import dev.aiaudit.terminal.ConsoleProbe;
import dev.aiaudit.terminal.ProgressLine;
import dev.aiaudit.terminal.Terminal;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
final class ScanCommand extends AbstractCommand {
  static final RuleNames RULE_TITLES = new RulePages();

  @Mixin InputOptions input = new InputOptions();

  @Mixin GateOptions gate = new GateOptions();

  @Mixin OutputOptions output = new OutputOptions();

  ScanCommand(Host host) {
    super(host);
  }

  @Override
  void validate() {
    Optional<String> problem =
        input.problem(host().directory()).or(() -> output.problem(host().directory()));
    if (problem.isPresent()) {
      throw new UsageException(problem.get());
    }
  }

  @Override
  ExitCode execute() throws ScanRefusedException, IOException {
    ScanOutput scanned = scan();
    Report report = scanned.report();
    for (String file : output.files) {
      Renderer renderer =
          dev.aiaudit.render.Format.ofFileName(file)
              .orElseThrow()
              .renderer(scanned.sources(), RULE_TITLES, Look.PLAIN);
      ReportFile.write(host().directory().resolve(file), renderer, report);
    }
    Look look = output.look(host(), host().directory().resolve(input.path).normalize());
    Renderer renderer = output.stdoutFormat().renderer(scanned.sources(), RULE_TITLES, look);
    renderer.render(report, host().out());
    return gate.judge(report);
  }

  private ScanOutput scan() throws ScanRefusedException, IOException {
    Terminal terminal =
        output.quiet ? Terminal.PLAIN : output.terminal(host(), ConsoleProbe.STDERR);
    try (ProgressLine line = new ProgressLine(host().err(), terminal, host().nanoTime())) {
      return host().scanner().scan(input.request(host().directory(), line::show));
    }
  }
}
