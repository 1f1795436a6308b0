package dev.aiaudit.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the manual page. */
@Command(
    name = "man",
    description = "Print the manual page, to be read with: ai-audit man | man -l -",
    footer = {"", "Exit codes: 0 done."})
final class ManualCommand extends AbstractCommand {
  @Spec CommandSpec spec = CommandSpec.create();

  ManualCommand(Host host) {
    super(host);
  }

  @Override
  ExitCode execute() {
    host().out().print(ManualPage.of(spec.root().commandLine(), Version.current()));
    return ExitCode.OK;
  }
}
