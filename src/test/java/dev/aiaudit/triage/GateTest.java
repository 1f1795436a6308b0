package dev.aiaudit.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import dev.aiaudit.model.Suppression;
import dev.aiaudit.triage.Gate.Decision;
import dev.aiaudit.triage.Gate.Incomplete;
import dev.aiaudit.triage.Gate.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {

  private static Finding finding(Severity severity) {
    return new Finding(
        "AIA001",
        severity,
        "m",
        "r",
        Location.ofLine("A.java", 1),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "f",
        Optional.empty());
  }

  private static Finding suppressed() {
    return new Finding(
        "AIA001",
        Severity.ERROR,
        "m",
        "r",
        Location.ofLine("A.java", 1),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "f",
        Optional.of(new Suppression(Suppression.Kind.INLINE, "known", Optional.empty())));
  }

  private static Report report(boolean complete, Finding... findings) {
    Coverage coverage = new Coverage(".", Optional.empty(), 1, 1, 1, complete, List.of());
    Inventory empty = new Inventory(List.of(), List.of(), List.of());
    return new Report("0", "c", coverage, List.of(), empty, List.of(findings), List.of());
  }

  @Test
  void failsAtTheThresholdAndAboveIt() {
    Gate gate = Gate.failingOn(Severity.WARNING);
    Decision decision =
        gate.decide(
            report(
                true, finding(Severity.NOTE), finding(Severity.WARNING), finding(Severity.ERROR)));
    assertThat(decision.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(decision.reason())
        .isEqualTo("1 error, 1 warning found, and the gate fails on warning or worse.");
  }

  @Test
  void passesBelowTheThreshold() {
    Decision decision =
        Gate.failingOn(Severity.ERROR).decide(report(true, finding(Severity.WARNING)));
    assertThat(decision)
        .isEqualTo(new Decision(Verdict.PASS, "No finding of severity error counts."));
  }

  @Test
  void doesNotCountSuppressedFindings() {
    assertThat(Gate.failingOn(Severity.NOTE).decide(report(true, suppressed())).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void neverFailsWhenTold() {
    assertThat(Gate.neverFailing().decide(report(true, finding(Severity.ERROR))).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void doesNotPassAnIncompleteScan() {
    Gate gate = Gate.neverFailing();
    assertThat(gate.decide(report(false)).verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(gate.withIncomplete(Incomplete.ALLOWED).decide(report(false)).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void failureComesBeforeIncompleteness() {
    Decision decision =
        Gate.failingOn(Severity.ERROR).decide(report(false, finding(Severity.ERROR)));
    assertThat(decision.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(decision.reason()).endsWith("the scan is incomplete besides.");
  }
}
