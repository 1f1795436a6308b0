package dev.aiaudit.cli;

import dev.aiaudit.model.Named;
import dev.aiaudit.render.DiffRenderer;
import dev.aiaudit.render.ReportDiff;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what changed between two saved reports. */
@Command(
    name = "diff",
    description = "Show what changed between two JSON reports: findings, calls, guards.")
final class DiffCommand extends AbstractCommand {
  @Parameters(index = "0", paramLabel = "OLD", description = "JSON report of the earlier scan.")
  String before = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "JSON report of the later scan.")
  String after = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, markdown or json (default: text).")
  Shape format = Shape.TEXT;

  /** How the difference is written. */
  enum Shape implements Named {
    TEXT,
    MARKDOWN,
    JSON
  }

  DiffCommand(Host host) {
    super(host);
  }

  @Override
  ExitCode execute() throws IOException {
    ReportDiff diff =
        ReportDiff.of(
            SavedReport.read(host().directory(), before),
            SavedReport.read(host().directory(), after));
    DiffRenderer renderer = new DiffRenderer(diff);
    switch (format) {
      case TEXT -> renderer.text(host().out());
      case MARKDOWN -> renderer.markdown(host().out());
      case JSON -> renderer.json(host().out());
    }
    return ExitCode.OK;
  }
}
