package dev.aiaudit.cli;

import dev.aiaudit.rule.Rule;
import dev.aiaudit.rule.RuleInfo;
import dev.aiaudit.rule.Rules;
import dev.aiaudit.terminal.Columns;
import java.io.PrintStream;
import picocli.CommandLine.Command;

/** Lists the rules. */
@Command(name = "rules", description = "List the rules with their severity.")
final class RulesCommand extends AbstractCommand {
  RulesCommand(Host host) {
    super(host);
  }

  @Override
  ExitCode execute() {
    print(host().out());
    return ExitCode.OK;
  }

  static void print(PrintStream out) {
    int widest = Rules.all().stream().mapToInt(rule -> rule.info().name().length()).max().orElse(0);
    for (Rule rule : Rules.all()) {
      RuleInfo info = rule.info();
      String off = info.enabledByDefault() ? "" : " (off by default)";
      out.print(info.id() + "  " + Columns.pad(info.name(), widest) + "  ");
      out.print(Columns.pad(info.severity().word(), "warning".length()) + "  ");
      out.print(info.title() + off + "\n");
    }
  }
}
