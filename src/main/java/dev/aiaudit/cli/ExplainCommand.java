package dev.aiaudit.cli;

import dev.aiaudit.rule.Rule;
import dev.aiaudit.rule.RuleInfo;
import dev.aiaudit.rule.RulePage;
import dev.aiaudit.rule.Rules;
import dev.aiaudit.terminal.ColorChoice;
import dev.aiaudit.terminal.ConsoleProbe;
import dev.aiaudit.terminal.MarkdownPage;
import dev.aiaudit.terminal.Style;
import dev.aiaudit.terminal.Terminal;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the page of a rule. */
@Command(
    name = "explain",
    description = "Explain a rule: what it finds, why it matters, what to do instead.")
final class ExplainCommand extends AbstractCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RULE",
      description = "Id or name, such as AIA001; without it, the rules are listed.")
  Optional<String> rule = Optional.empty();

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never (default: auto).")
  ColorChoice color = ColorChoice.AUTO;

  ExplainCommand(Host host) {
    super(host);
  }

  @Override
  ExitCode execute() {
    if (rule.isEmpty()) {
      RulesCommand.print(host().out());
      return ExitCode.OK;
    }
    Rule found = Rules.find(rule.get()).orElseThrow(() -> unknown(rule.get()));
    ConsoleProbe console = host().console();
    Terminal terminal =
        Terminal.of(
            console.tty(ConsoleProbe.STDOUT),
            console.columns(ConsoleProbe.STDOUT),
            host().environment(),
            color);
    Style style = new Style(terminal.color());
    RuleInfo info = found.info();
    String id = style.severity(info.severity(), info.severity().word() + "[" + info.id() + "]");
    host().out().print(id + " " + style.bold(info.name()) + ": " + info.title() + "\n\n");
    MarkdownPage page = new MarkdownPage(style, terminal.width());
    host().out().print(page.render(RulePage.load(info).markdown()));
    return ExitCode.OK;
  }

  private static UsageException unknown(String name) {
    var known =
        Rules.all().stream()
            .map(Rule::info)
            .flatMap(info -> Stream.of(info.id(), info.name()))
            .toList();
    return new UsageException("no such rule: " + name + Closest.question(name, known));
  }
}
