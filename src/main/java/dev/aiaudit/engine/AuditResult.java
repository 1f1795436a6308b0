package dev.aiaudit.engine;

import dev.aiaudit.model.Report;
import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * What an audit gives.
 *
 * @param report what was found
 * @param workspace the files, for code frames
 * @param account what was understood of the file that the request asks about
 */
public record AuditResult(Report report, Workspace workspace, Optional<FileAccount> account) {

  /** The lines of a file of the tree, for code frames; empty when it cannot be read as text. */
  public Optional<List<String>> lines(String path) {
    return workspace
        .find(path)
        .flatMap(
            file -> {
              try {
                return Optional.of(workspace.readText(file).text().lines().toList());
              } catch (SkippedFileException gone) {
                return Optional.empty();
              }
            });
  }
}
