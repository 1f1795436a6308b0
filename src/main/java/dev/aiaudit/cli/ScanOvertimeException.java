package dev.aiaudit.cli;

import java.io.IOException;

/** A scan did not even end after its time was up, so there is no report. */
final class ScanOvertimeException extends IOException {
  private static final long serialVersionUID = 1L;

  ScanOvertimeException(long seconds) {
    super(
        "the time limit of "
            + seconds
            + " s is long over and the scan does not end: no report (please report it; --timeout"
            + " sets another limit)");
  }
}
