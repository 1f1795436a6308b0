package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.model.Report;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat 24: a scan that takes too long ends with what is known, and never as clean. */
class TimeLimitTest {
  @TempDir Path root;

  @Test
  void aScanWhoseTimeIsUpIsIncompleteAndSaysWhatIsMissing() throws Exception {
    Report report = auditUntil(0);

    assertThat(report.coverage().complete()).isFalse();
    assertThat(report.diagnostics())
        .extracting(d -> d.message())
        .anySatisfy(m -> assertThat(m).startsWith("the time limit ended the scan: 1 files"));
  }

  @Test
  void whateverTheMomentTheReportIsMadeAndNothingUnfollowedIsCalledUnreached() throws Exception {
    for (int moment = 1; moment < 12; moment++) {
      Report report = auditUntil(moment);
      if (!report.coverage().complete()) {
        assertThat(report.inventory().callSites())
            .allSatisfy(s -> assertThat(s.coupling().word()).isNotEqualTo("unreached"));
      }
    }
  }

  private Report auditUntil(int questions) throws Exception {
    Tree tree = new Tree(root).with("Ask.java", Tree.CALL);
    AtomicInteger asked = new AtomicInteger();
    return new Audit(tree.request(1), AuditListener.silent(), "test")
        .limitedBy(() -> asked.getAndIncrement() >= questions)
        .run()
        .report();
  }
}
