package dev.aiaudit.cli;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.Closest;
import dev.aiaudit.render.Format;
import dev.aiaudit.terminal.ColorChoice;
import dev.aiaudit.terminal.Hyperlink;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs one command line and turns whatever happens into an exit code and at most one short message.
 */
public final class CommandRunner {
  static final String DEBUG = "--debug";
  private static final int HELP_WIDTH = 80;
  private final Host host;
  private final boolean debug;

  private CommandRunner(Host host, boolean debug) {
    this.host = host;
    this.debug = debug;
  }

  /**
   * Runs a command. Nothing is closed, and the process does not end.
   *
   * @param arguments as the shell gave them; none means {@code scan}
   */
  public static ExitCode run(Host host, String... arguments) {
    CommandRunner runner = new CommandRunner(host, Arrays.asList(arguments).contains(DEBUG));
    try {
      return code(runner.commandLine().execute(arguments.length == 0 ? SCAN : arguments));
    } catch (Error e) {
      return runner.internal(e);
    }
  }

  private static final String[] SCAN = {"scan"};

  private CommandLine commandLine() {
    CommandLine line =
        new CommandLine(new AiAuditCommand())
            .addSubcommand(new ScanCommand(host))
            .addSubcommand(new GateCommand(host))
            .addSubcommand(new BaselineCommand(host))
            .addSubcommand(new InitCommand(host))
            .addSubcommand(new OutageCommand(host))
            .addSubcommand(new RunbookCommand(host))
            .addSubcommand(new GraphCommand(host))
            .addSubcommand(new DiffCommand(host))
            .addSubcommand(new ConvertCommand(host))
            .addSubcommand(new ExplainCommand(host))
            .addSubcommand(new RulesCommand(host))
            .addSubcommand(new CatalogCommand(host))
            .addSubcommand(new CompletionCommand(host))
            .addSubcommand(new ManualCommand(host));
    line.registerConverter(Format.class, WordConverter.of(Format.class))
        .registerConverter(OutageCommand.Shape.class, WordConverter.of(OutageCommand.Shape.class))
        .registerConverter(GraphCommand.Picture.class, WordConverter.of(GraphCommand.Picture.class))
        .registerConverter(DiffCommand.Shape.class, WordConverter.of(DiffCommand.Shape.class))
        .registerConverter(CatalogCommand.Form.class, WordConverter.of(CatalogCommand.Form.class))
        .registerConverter(
            CompletionCommand.Shell.class, WordConverter.of(CompletionCommand.Shell.class))
        .registerConverter(TimeLimit.class, TimeLimit::parse)
        .registerConverter(Threshold.class, WordConverter.of(Threshold.class))
        .registerConverter(ColorChoice.class, WordConverter.of(ColorChoice.class))
        .registerConverter(Hyperlink.Scheme.class, WordConverter.of(Hyperlink.Scheme.class));
    GroupedHelp.install(line);
    line.getCommandSpec().version(Version.current().line());
    // Picocli would look for jansi and at the host's environment to decide about colours.
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setOut(writer(host.out())).setErr(writer(host.err()));
    line.setUsageHelpWidth(HELP_WIDTH).setUsageHelpAutoWidth(false);
    line.setExpandAtFiles(false).setOptionsCaseInsensitive(false);
    line.setParameterExceptionHandler((wrong, arguments) -> unparsed(wrong).code());
    line.setExecutionExceptionHandler((failed, command, parsed) -> failed(failed, command).code());
    return line;
  }

  private ExitCode unparsed(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String question = "";
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String typed = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
      question = Closest.question(typed, words(command));
    }
    return usage(message(wrong) + question, command, wrong);
  }

  private ExitCode usage(String message, CommandLine command, Exception wrong) {
    say(message);
    say("try '" + command.getCommandSpec().qualifiedName() + " --help'");
    trace(wrong);
    return ExitCode.USAGE;
  }

  private static List<String> words(CommandLine command) {
    List<String> words = new ArrayList<>(command.getSubcommands().keySet());
    command
        .getCommandSpec()
        .optionsMap()
        .forEach(
            (name, option) -> {
              if (!option.hidden()) {
                words.add(name);
              }
            });
    return words;
  }

  private ExitCode failed(Exception failed, CommandLine command) {
    if (failed instanceof UsageException) {
      return usage(message(failed), command, failed);
    }
    if (failed instanceof ScanRefusedException) {
      say(message(failed));
      trace(failed);
      return ExitCode.USAGE;
    }
    if (failed instanceof ScanOvertimeException) {
      say(message(failed));
      return ExitCode.INCOMPLETE;
    }
    if (failed instanceof IOException unreadable) {
      say("cannot read or write: " + reason(unreadable));
      trace(failed);
      return ExitCode.INTERNAL;
    }
    return internal(failed);
  }

  private ExitCode internal(Throwable failed) {
    String message = message(failed).isEmpty() ? "" : ": " + message(failed);
    String hint = debug ? "" : " (" + DEBUG + " shows where; please report it)";
    say("internal error: " + failed.getClass().getSimpleName() + message + hint);
    trace(failed);
    return ExitCode.INTERNAL;
  }

  /** The message of file system exceptions is often nothing but the file's name. */
  private static String reason(IOException failed) {
    String message = message(failed);
    String kind = failed.getClass().getSimpleName();
    return kind.equals("IOException") ? message : message + " (" + kind + ")";
  }

  private void trace(Throwable failed) {
    if (debug) {
      for (StackTraceElement element : failed.getStackTrace()) {
        say("  at " + element);
      }
    }
  }

  private void say(String message) {
    PrintStream err = host.err();
    String line = "ai-audit: " + Escape.terminal(Redact.secrets(message)) + "\n";
    err.print(Escape.lineStartGuard(line));
    err.flush();
  }

  /** Its first line: what follows in messages of picocli and of parsers is their help text. */
  private static String message(Throwable failed) {
    return Objects.requireNonNullElse(failed.getMessage(), "").lines().findFirst().orElse("");
  }

  private static ExitCode code(int number) {
    return ExitCode.values()[number];
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
