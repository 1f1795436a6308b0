package dev.aiaudit.engine;

import dev.aiaudit.model.Diagnostic;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells of a fault of this program that cost a part of the report. */
final class Bugs {
  private static final int FRAMES = 3;

  private Bugs() {}

  /**
   * A diagnostic that makes the scan incomplete and says enough to report the bug.
   *
   * @param file the file it happened on, or empty
   * @param lost what is missing from the report
   */
  static Diagnostic diagnostic(String file, String lost, Throwable bug) {
    String where =
        Arrays.stream(bug.getStackTrace())
            .filter(f -> f.getClassName().startsWith("dev.aiaudit."))
            .limit(FRAMES)
            .map(f -> f.getFileName() + ":" + f.getLineNumber())
            .collect(Collectors.joining(" < "));
    return new Diagnostic(
        Diagnostic.Level.ERROR,
        file,
        Optional.empty(),
        lost + ", a bug in ai-audit: " + bug.getClass().getSimpleName() + " at " + where);
  }
}
