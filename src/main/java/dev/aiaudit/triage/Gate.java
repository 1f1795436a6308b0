package dev.aiaudit.triage;

import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Named;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import dev.aiaudit.model.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets a report pass or not: by the severity of the findings that are not suppressed, and by
 * whether the scan looked at everything that could matter.
 */
public final class Gate {

  private final Optional<Severity> threshold;
  private final Incomplete incomplete;

  private Gate(Optional<Severity> threshold, Incomplete incomplete) {
    this.threshold = threshold;
    this.incomplete = incomplete;
  }

  /** What a scan that left out a file means. */
  public enum Incomplete {
    /** It is not passed, whatever was found in the rest. */
    REFUSED,
    /** The rest is judged as if it were all. */
    ALLOWED
  }

  /** The three answers of a gate. */
  public enum Verdict implements Named {
    /** Nothing at or above the threshold. */
    PASS,
    /** Findings at or above the threshold. */
    FAIL,
    /** No such finding, but a file that could matter was not analysed. */
    INCOMPLETE
  }

  /**
   * A verdict with its reason.
   *
   * @param verdict the answer
   * @param reason one sentence for people
   */
  public record Decision(Verdict verdict, String reason) {}

  /** A gate that fails on findings of that severity or a worse one. */
  public static Gate failingOn(Severity threshold) {
    return new Gate(Optional.of(threshold), Incomplete.REFUSED);
  }

  /** A gate that no finding fails. */
  public static Gate neverFailing() {
    return new Gate(Optional.empty(), Incomplete.REFUSED);
  }

  /** The same gate with another view of incomplete scans. */
  public Gate withIncomplete(Incomplete newIncomplete) {
    return new Gate(threshold, newIncomplete);
  }

  /**
   * Judges a report. A failure is certain even when the scan is incomplete, so it comes first.
   *
   * @param report with the suppressions already matched
   */
  public Decision decide(Report report) {
    boolean refused = !report.coverage().complete() && incomplete == Incomplete.REFUSED;
    List<Finding> counted = counted(report);
    if (!counted.isEmpty()) {
      String more = refused ? "; the scan is incomplete besides" : "";
      return new Decision(Verdict.FAIL, summary(counted) + more + ".");
    }
    if (refused) {
      return new Decision(
          Verdict.INCOMPLETE, "The scan is incomplete: a file that could matter was not analysed.");
    }
    return new Decision(Verdict.PASS, passReason());
  }

  private List<Finding> counted(Report report) {
    return report.findings().stream()
        .filter(finding -> finding.suppression().isEmpty())
        .filter(f -> threshold.filter(t -> f.severity().compareTo(t) >= 0).isPresent())
        .toList();
  }

  /**
   * How many findings do not count and why, such as {@code 2 suppressed, 5 in the baseline}; empty
   * when all count.
   */
  public static String uncounted(Report report) {
    List<String> parts = new ArrayList<>();
    long known = number(report, kind -> kind == Suppression.Kind.BASELINE);
    long ignored = number(report, kind -> kind != Suppression.Kind.BASELINE);
    if (ignored > 0) {
      parts.add(ignored + " suppressed");
    }
    if (known > 0) {
      parts.add(known + " known before");
    }
    return String.join(", ", parts);
  }

  private static long number(Report report, Predicate<Suppression.Kind> which) {
    return report.findings().stream()
        .flatMap(finding -> finding.suppression().stream())
        .filter(suppression -> which.test(suppression.kind()))
        .count();
  }

  private String passReason() {
    return threshold
        .map(t -> "No finding of severity " + t.word() + orWorse(t) + " counts.")
        .orElse("Findings do not fail this gate.");
  }

  private static String orWorse(Severity severity) {
    return severity == Severity.ERROR ? "" : " or worse";
  }

  private String summary(List<Finding> counted) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long count = counted.stream().filter(f -> f.severity() == severity).count();
      if (count > 0) {
        parts.add(count + " " + severity.word() + (count == 1 ? "" : "s"));
      }
    }
    String limit = threshold.map(t -> t.word() + orWorse(t)).orElseThrow();
    return String.join(", ", parts) + " found, and the gate fails on " + limit;
  }
}
