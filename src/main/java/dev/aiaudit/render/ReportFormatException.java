package dev.aiaudit.render;

/** A file is no report of ours; the message tells where and why. */
public final class ReportFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public ReportFormatException(String message) {
    super(message);
  }
}
