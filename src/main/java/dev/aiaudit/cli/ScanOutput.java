package dev.aiaudit.cli;

import dev.aiaudit.engine.FileAccount;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.SourceLines;
import java.util.Optional;

/**
 * What a scan gives to the commands.
 *
 * @param report what was found
 * @param sources the text of the scanned files, for code frames
 * @param account what was understood of the file that was asked about
 */
public record ScanOutput(Report report, SourceLines sources, Optional<FileAccount> account) {

  /** Without an account. */
  public ScanOutput(Report report, SourceLines sources) {
    this(report, sources, Optional.empty());
  }

  /** The same with a report judged again. */
  ScanOutput with(Report newReport) {
    return new ScanOutput(newReport, sources, account);
  }
}
