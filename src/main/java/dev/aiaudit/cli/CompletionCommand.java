package dev.aiaudit.cli;

import dev.aiaudit.model.Named;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete the command line. */
@Command(
    name = "completion",
    description = "Print the completion script for a shell: bash or zsh.",
    footer = {
      "",
      "For this session: source <(ai-audit completion bash)",
      "For each one, put that line into ~/.bashrc or, with zsh, into ~/.zshrc.",
      "",
      "Exit codes: 0 done, 2 usage error."
    })
final class CompletionCommand extends AbstractCommand {
  /** Both read the same script, which asks which of them it runs in. */
  enum Shell implements Named {
    BASH,
    ZSH
  }

  @Parameters(index = "0", paramLabel = "SHELL", description = "bash or zsh.")
  Shell shell = Shell.BASH;

  @Spec CommandSpec spec = CommandSpec.create();

  CompletionCommand(Host host) {
    super(host);
  }

  @Override
  ExitCode execute() {
    CommandLine line = spec.root().commandLine();
    CompletionWords.install(line);
    host().out().print(AutoComplete.bash(spec.root().name(), line));
    return ExitCode.OK;
  }
}
