package dev.aiaudit.cli;

import dev.aiaudit.change.DiffPast;
import dev.aiaudit.change.GitPast;
import dev.aiaudit.change.PastUnknownException;
import dev.aiaudit.configsource.FileKind;
import dev.aiaudit.model.Report;
import dev.aiaudit.triage.Baseline;
import dev.aiaudit.triage.Change;
import dev.aiaudit.workspace.Past;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes what was there before out of what counts: a baseline's findings, or those of a change. */
final class Comparing {
  private static final int MAX_DIFF_BYTES = 256 << 20;

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
    Report known = file.isPresent() ? known(request, report, file.get(), remarks) : report;
    Optional<Past> past = past();
    return past.isPresent() ? changed(request, known, past.get(), remarks) : known;
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

  private Optional<Past> past() throws ScanRefusedException, IOException {
    if (options.diffBase.isPresent()) {
      String revision = options.diffBase.get();
      return Optional.of(new GitPast(revision, host.environment(), Comparing::matters));
    }
    if (options.diff.isPresent()) {
      byte[] diff = diff(options.diff.get());
      try {
        return Optional.of(DiffPast.of(diff, host.directory(), Comparing::matters));
      } catch (PastUnknownException malformed) {
        throw new ScanRefusedException(String.valueOf(malformed.getMessage()));
      }
    }
    return Optional.empty();
  }

  /** Whether a scan reads a file of this path. */
  private static boolean matters(String path) {
    return path.endsWith(".java") || FileKind.of(path).isPresent();
  }

  private byte[] diff(String file) throws ScanRefusedException, IOException {
    if (file.equals("-")) {
      return limited(host.in());
    }
    Path path = host.directory().resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new UsageException("no such diff: " + file);
    }
    try (InputStream stream = Files.newInputStream(path)) {
      return limited(stream);
    }
  }

  private static byte[] limited(InputStream stream) throws ScanRefusedException, IOException {
    byte[] diff = stream.readNBytes(MAX_DIFF_BYTES);
    if (stream.read() >= 0) {
      throw new ScanRefusedException("the diff is larger than 256 MiB");
    }
    return diff;
  }

  private Report changed(ScanRequest request, Report report, Past past, List<String> remarks)
      throws ScanRefusedException, IOException {
    Report before = host.scanner().scan(request.before(past)).report();
    Path folder = BaselineFile.folder(request.root());
    Change change =
        Change.of(
            before,
            report,
            options.diffBase.orElse("the start of the diff"),
            path -> Files.isRegularFile(folder.resolve(path)));
    if (!before.coverage().complete()) {
      remarks.add(
          "before the change not every file could be analysed: what that hid counts as new");
    }
    int fixed = change.gone().size();
    if (fixed > 0 && report.coverage().complete()) {
      remarks.add("the change fixes " + Counted.of(fixed, "finding"));
    }
    return change.report();
  }
}
