package dev.aiaudit.workspace;

import java.io.IOException;

/** Thrown when one file is not handed out; the scan goes on and counts it as not analysed. */
public final class SkippedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient SkipReason reason;

  SkippedFileException(String path, SkipReason reason) {
    super(path + ": " + reason.text());
    this.reason = reason;
  }

  /** Why the file was not handed out. */
  public SkipReason reason() {
    return reason;
  }

  /** No stack trace: this is an expected outcome, and trees with thousands of them exist. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
