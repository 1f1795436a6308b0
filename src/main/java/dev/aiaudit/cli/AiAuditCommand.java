package dev.aiaudit.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The root of the command line. */
@Command(
    name = "ai-audit",
    description = {
      "Finds the entry points of Java applications that wait for an AI provider without",
      "a fallback. Reads source and configuration only: no build, no network, no account."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {"", "Without a command: scan the current directory."})
final class AiAuditCommand implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  @Option(names = CommandRunner.DEBUG, hidden = true, description = "Show stack traces.")
  boolean debug;

  /** Reached when options but no command are given. */
  @Override
  public void run() {
    throw new UsageException("no command given");
  }
}
