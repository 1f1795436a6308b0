package dev.aiaudit.cli;

import dev.aiaudit.catalog.data.DataException;
import dev.aiaudit.escape.Escape;
import dev.aiaudit.model.Report;
import dev.aiaudit.runbook.Runbook;
import dev.aiaudit.runbook.RunbookFolder;
import dev.aiaudit.runbook.RunbookSources;
import dev.aiaudit.runbook.RunbookWriter;
import dev.aiaudit.runbook.TemplateException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes runbooks, or tells whether they are up to date. */
@Command(
    name = "runbook",
    description = "Write a runbook per provider in use, an index and drill cards.",
    footer = {
      "",
      "What people write outside the generated blocks stays; what they write inside",
      "moves below the block. With --check nothing is written, and the exit code is 1",
      "when a runbook is missing or stale."
    })
final class RunbookCommand extends AbstractCommand {
  private static final int MOST_MINUTES = 525_600;

  @Mixin(name = "input")
  InputOptions input = new InputOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder for the runbooks (default: runbooks in PATH).")
  Optional<String> output = Optional.empty();

  @Option(names = "--check", description = "Write nothing; exit 1 when one is missing or stale.")
  boolean check;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How long the outage of a drill lasts (default: 20).")
  int minutes = 20;

  RunbookCommand(Host host) {
    super(host);
  }

  @Override
  void validate() {
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw new UsageException("--minutes must be from 1 to " + MOST_MINUTES);
    }
    input.problem(host().directory()).ifPresent(SourceProblem::refuse);
  }

  @Override
  ExitCode execute() throws ScanRefusedException, IOException {
    Path root = host().directory().resolve(input.path).toAbsolutePath().normalize();
    Path folder = output.map(host().directory()::resolve).orElseGet(() -> root.resolve("runbooks"));
    folder = folder.toAbsolutePath().normalize();
    Report report = SourceReport.get(host(), Optional.empty(), input);
    List<RunbookFolder.Plan> plans;
    RunbookFolder pages = new RunbookFolder(folder);
    try {
      RunbookSources sources = RunbookSources.read(root);
      RunbookWriter writer = new RunbookWriter(sources.templates(), toRoot(folder, root));
      List<Runbook> books = Runbook.all(report, sources, Duration.ofMinutes(minutes));
      plans = pages.plan(RunbookFolder.pages(books, writer));
    } catch (TemplateException | DataException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
    if (!check) {
      pages.write(plans);
    }
    tell(plans);
    boolean stale = plans.stream().anyMatch(p -> p.state() != RunbookFolder.State.UP_TO_DATE);
    if (check && stale) {
      return ExitCode.FINDINGS;
    }
    return report.coverage().complete() ? ExitCode.OK : ExitCode.INCOMPLETE;
  }

  /** {@code ../} for a folder right below the root; empty when the folder is elsewhere. */
  private static String toRoot(Path folder, Path root) {
    return folder.startsWith(root) && !folder.equals(root)
        ? "../".repeat(folder.getNameCount() - root.getNameCount())
        : "";
  }

  private void tell(List<RunbookFolder.Plan> plans) {
    for (RunbookFolder.Plan plan : plans) {
      String done =
          switch (plan.state()) {
            case UP_TO_DATE -> "up to date";
            case MISSING -> check ? "missing" : "written";
            case STALE -> check ? "stale" : "brought up to date";
          };
      host().out().print(Escape.terminal(plan.name() + ": " + done) + "\n");
      if (!plan.kept().isEmpty()) {
        String kept = String.join(", ", plan.kept());
        host()
            .err()
            .print(
                Escape.terminal(
                        "ai-audit: "
                            + plan.name()
                            + ": edited inside generated blocks, kept below them: "
                            + kept)
                    + "\n");
      }
    }
  }
}
