package dev.aiaudit.cli;

import dev.aiaudit.model.Closest;
import dev.aiaudit.rule.Rule;
import dev.aiaudit.rule.RuleInfo;
import dev.aiaudit.rule.RulePage;
import dev.aiaudit.rule.Rules;
import dev.aiaudit.terminal.ColorChoice;
import dev.aiaudit.terminal.ConsoleProbe;
import dev.aiaudit.terminal.MarkdownPage;
import dev.aiaudit.terminal.Style;
import dev.aiaudit.terminal.Terminal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the page of a rule, or what was understood of a file. */
@Command(
    name = "explain",
    description = {
      "Explain a rule: what it finds, why it matters, what to do instead.",
      "With --file: what was understood of a file, and why not more."
    })
final class ExplainCommand extends AbstractCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RULE",
      description = "Id or name, such as AIA001; without it, the rules are listed.")
  Optional<String> rule = Optional.empty();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A file of the tree, such as src/main/java/Chat.java.")
  Optional<String> file = Optional.empty();

  @Option(
      names = "--root",
      paramLabel = "PATH",
      description = "With --file: the directory that is scanned (default: the current one).")
  String root = ".";

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never (default: auto).")
  ColorChoice color = ColorChoice.AUTO;

  ExplainCommand(Host host) {
    super(host);
  }

  @Override
  ExitCode execute() throws ScanRefusedException, IOException {
    if (file.isPresent()) {
      return explainFile(file.get());
    }
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

  private ExitCode explainFile(String name) throws ScanRefusedException, IOException {
    Path top = host().directory().resolve(root).normalize();
    Path asked = host().directory().resolve(name).normalize();
    if (rule.isPresent()) {
      throw new UsageException("give a rule or --file, not both");
    }
    if (!Files.isDirectory(top)) {
      throw new UsageException("no such directory: " + root);
    }
    if (!asked.startsWith(top)) {
      throw new UsageException(name + " is not below " + root + "; give --root");
    }
    String path = top.relativize(asked).toString().replace(File.separatorChar, '/');
    InputOptions input = new InputOptions();
    input.path = root;
    ScanRequest request = input.request(host().directory(), unused -> {}).explaining(path);
    FileAccountText.print(host().scanner().scan(request).account().orElseThrow(), host().out());
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
