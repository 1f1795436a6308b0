package dev.aiaudit.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A command: first the values are checked, then the work is done, then an exit code is told. */
abstract class AbstractCommand implements Callable<Integer> {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(names = CommandRunner.DEBUG, hidden = true, description = "Show stack traces.")
  boolean debug;

  private final Host host;

  AbstractCommand(Host host) {
    this.host = host;
  }

  @Override
  public final Integer call() throws Exception {
    validate();
    return execute().code();
  }

  /** Checks the values; {@link UsageException} is for those that are wrong. */
  void validate() {
    // Most commands have nothing to check beyond what the options themselves demand.
  }

  abstract ExitCode execute() throws Exception;

  final Host host() {
    return host;
  }
}
