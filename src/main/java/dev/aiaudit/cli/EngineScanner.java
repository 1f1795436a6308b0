package dev.aiaudit.cli;

import dev.aiaudit.catalog.data.DataException;
import dev.aiaudit.change.PastUnknownException;
import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.engine.AuditResult;
import dev.aiaudit.runbook.StalePages;
import dev.aiaudit.workspace.WalkOptions;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.util.List;

/** Makes reports with the analysis of this program. */
public final class EngineScanner implements Scanner {
  private final String toolVersion;

  /** A scanner whose reports name this version. */
  public EngineScanner(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  @Override
  public ScanOutput scan(ScanRequest request) throws ScanRefusedException, IOException {
    AuditRequest audit =
        new AuditRequest(
            request.root(),
            request.rootAsGiven(),
            request.includes(),
            request.excludes(),
            request.gitignore(),
            request.threads().orElseGet(() -> Runtime.getRuntime().availableProcessors()),
            List.of(),
            request.config(),
            request.ignoring(),
            request.explained(),
            request.past());
    try {
      AuditResult result =
          new Audit(audit, request.progress()::accept, toolVersion)
              .checking(report -> StalePages.of(report, () -> tree(request)))
              .run();
      return new ScanOutput(result.report(), result::lines, result.account());
    } catch (DataException malformed) {
      throw new ScanRefusedException(String.valueOf(malformed.getMessage()));
    } catch (PastUnknownException unknown) {
      throw new ScanRefusedException(String.valueOf(unknown.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  /** With everything that the runbook command sees, whatever the scan leaves out. */
  private static Workspace tree(ScanRequest request) throws IOException {
    Workspace now = Workspace.open(request.root(), WalkOptions.defaults());
    return request.past().isPresent() ? now.before(request.past().get()) : now;
  }
}
