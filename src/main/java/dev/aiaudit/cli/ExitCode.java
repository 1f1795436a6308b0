package dev.aiaudit.cli;

import dev.aiaudit.triage.Gate;

/** What the process tells its caller; the only place for these numbers. */
public enum ExitCode {
  /** Done, nothing at or above the threshold. */
  OK(0),
  /** Findings at or above the threshold. */
  FINDINGS(1),
  /** The command line or the configuration is wrong. */
  USAGE(2),
  /** A file that could matter was not analysed, and that was not allowed. */
  INCOMPLETE(3),
  /** The tool failed, or its output could not be written. */
  INTERNAL(4);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** What a gate's answer is for the caller of the process. */
  static ExitCode of(Gate.Verdict verdict) {
    return switch (verdict) {
      case PASS -> OK;
      case FAIL -> FINDINGS;
      case INCOMPLETE -> INCOMPLETE;
    };
  }

  /** The number. */
  public int code() {
    return code;
  }
}
