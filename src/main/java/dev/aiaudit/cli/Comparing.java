package dev.aiaudit.cli;

import dev.aiaudit.model.Report;
import dev.aiaudit.triage.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes out of a report what was there before. */
final class Comparing {
  private final GateOptions options;
  private final Optional<String> usualBaseline;
  private final Host host;

  Comparing(GateOptions options, Optional<String> usualBaseline, Host host) {
    this.options = options;
    this.usualBaseline = usualBaseline;
    this.host = host;
  }

  /**
   * Compares.
   *
   * @param remarks takes what the user should know besides
   */
  Report compare(ScanRequest request, Report report, List<String> remarks)
      throws ScanRefusedException, IOException {
    Optional<String> file = options.baseline.or(() -> usualBaseline);
    return file.isPresent() ? known(request, report, file.get(), remarks) : report;
  }

  private Report known(ScanRequest request, Report report, String file, List<String> remarks)
      throws ScanRefusedException, IOException {
    Path folder = BaselineFile.folder(request.root());
    Baseline.Applied applied =
        BaselineFile.read(host.directory(), file)
            .apply(report, path -> Files.isRegularFile(folder.resolve(path)));
    int fixed = applied.fixed().size();
    if (fixed > 0 && report.coverage().complete()) {
      remarks.add(
          Counted.of(fixed, "finding")
              + " of the baseline "
              + (fixed == 1 ? "is" : "are")
              + " fixed; 'ai-audit baseline --update' drops "
              + (fixed == 1 ? "it" : "them"));
    }
    return applied.report();
  }
}
