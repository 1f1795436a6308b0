package dev.aiaudit.cli;

/** The scan did not start because its settings are wrong; the message tells file, line and cure. */
public final class ScanRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public ScanRefusedException(String message) {
    super(message);
  }
}
