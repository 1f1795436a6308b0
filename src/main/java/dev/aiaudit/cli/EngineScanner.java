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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Makes reports with the analysis of this program. */
public final class EngineScanner implements Scanner {
  /**
   * What a scan may take on top of twice its limit before it is left alone, without a report: time
   * to list and index the files and to write down what is known.
   */
  private static final Duration GRACE = Duration.ofMinutes(1);

  /** As much as a worker of the parser has: what can be parsed can be followed. */
  private static final long STACK_BYTES = 64L << 20;

  private final String toolVersion;
  private final LongSupplier nanoTime;

  /** A scanner whose reports name this version and whose scans are not limited in time. */
  public EngineScanner(String toolVersion) {
    this(toolVersion, () -> 0);
  }

  /**
   * A scanner whose reports name this version.
   *
   * @param nanoTime a monotonic clock in nanoseconds, by which limits are kept
   */
  public EngineScanner(String toolVersion, LongSupplier nanoTime) {
    this.toolVersion = toolVersion;
    this.nanoTime = nanoTime;
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
      AuditResult result = ended(audit, request);
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

  /**
   * Runs an audit on a thread of its own, so that one that does not end when its time is up, which
   * would be a bug, does not keep the process.
   */
  private AuditResult ended(AuditRequest audit, ScanRequest request)
      throws IOException, InterruptedException {
    BooleanSupplier up = request.limit().map(this::countdown).orElse(() -> false);
    FutureTask<AuditResult> task =
        new FutureTask<>(
            () ->
                new Audit(audit, request.progress()::accept, toolVersion)
                    .limitedBy(up)
                    .checking(report -> StalePages.of(report, () -> tree(request)))
                    .run());
    Thread thread = new Thread(null, task, "audit", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      if (request.limit().isEmpty()) {
        return task.get();
      }
      Duration patience = request.limit().get().multipliedBy(2).plus(GRACE);
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException endless) {
      throw new ScanOvertimeException(request.limit().orElseThrow().toSeconds());
    } catch (ExecutionException failed) {
      throw rethrown(failed);
    }
  }

  /** The exception of the audit itself, as if it had run on this thread. */
  private static RuntimeException rethrown(ExecutionException failed)
      throws IOException, InterruptedException {
    Throwable cause = failed.getCause();
    if (cause instanceof IOException unreadable) {
      throw unreadable;
    }
    if (cause instanceof InterruptedException stopped) {
      throw stopped;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException bug ? bug : new IllegalStateException(failed);
  }

  private BooleanSupplier countdown(Duration limit) {
    long start = nanoTime.getAsLong();
    return () -> nanoTime.getAsLong() - start >= limit.toNanos();
  }
}
