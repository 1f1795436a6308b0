package dev.aiaudit.cli;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Format;
import dev.aiaudit.render.Look;
import dev.aiaudit.render.Renderer;
import dev.aiaudit.render.RuleNames;
import dev.aiaudit.terminal.ConsoleProbe;
import dev.aiaudit.terminal.ProgressLine;
import dev.aiaudit.terminal.Terminal;
import dev.aiaudit.triage.Gate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** A scan, its report, and what the report means for the exit code. */
abstract class ReportingCommand extends AbstractCommand {
  static final RuleNames RULE_TITLES = new RulePages();

  @Mixin InputOptions input = new InputOptions();

  @Mixin GateOptions gate = new GateOptions();

  @Mixin OutputOptions output = new OutputOptions();

  ReportingCommand(Host host) {
    super(host);
  }

  /** From which severity on findings fail the command when no option says. */
  abstract Threshold usualThreshold();

  /** The baseline that is used when no option names one. */
  abstract Optional<String> usualBaseline();

  @Override
  final void validate() {
    input
        .problem(host().directory())
        .or(() -> output.problem(host().directory()))
        .or(gate::problem)
        .ifPresent(SourceProblem::refuse);
  }

  @Override
  final ExitCode execute() throws ScanRefusedException, IOException {
    List<String> remarks = new ArrayList<>();
    Comparing comparing = new Comparing(gate, usualBaseline(), host());
    ScanOutput scanned = scan(comparing, remarks);
    Report report = scanned.report();
    for (String file : output.files) {
      Renderer renderer =
          Format.ofFileName(file)
              .orElseThrow()
              .renderer(scanned.sources(), RULE_TITLES, Look.PLAIN);
      ReportFile.write(host().directory().resolve(file), renderer, report);
    }
    Look look = output.look(host(), host().directory().resolve(input.path).normalize());
    Renderer renderer = output.stdoutFormat().renderer(scanned.sources(), RULE_TITLES, look);
    renderer.render(report, host().out());
    host().out().flush();
    return tell(report, remarks);
  }

  private ScanOutput scan(Comparing comparing, List<String> remarks)
      throws ScanRefusedException, IOException {
    Terminal terminal =
        output.quiet ? Terminal.PLAIN : output.terminal(host(), ConsoleProbe.STDERR);
    try (ProgressLine line = new ProgressLine(host().err(), terminal, host().nanoTime())) {
      ScanRequest request =
          input.request(host().directory(), line::show).ignoring(gate.ignoring(host()));
      ScanOutput scanned = host().scanner().scan(request);
      return scanned.with(comparing.compare(request, scanned.report(), remarks));
    }
  }

  /** The reason for the exit is the last line, where people look. */
  private ExitCode tell(Report report, List<String> remarks) {
    Gate.Decision decision = gate.judge(report, usualThreshold());
    ExitCode code = ExitCode.of(decision.verdict());
    boolean asked = gate.failOn.orElse(usualThreshold()) != Threshold.NEVER;
    remarks.forEach(this::say);
    if (asked || code != ExitCode.OK) {
      String uncounted = Gate.uncounted(report);
      String more = uncounted.isEmpty() ? "" : " Not counted: " + uncounted + ".";
      say(decision.verdict().word() + ": " + decision.reason() + more);
    }
    return code;
  }

  private void say(String text) {
    String line = "ai-audit: " + Escape.terminal(text) + "\n";
    host().err().print(Escape.lineStartGuard(line));
  }
}
