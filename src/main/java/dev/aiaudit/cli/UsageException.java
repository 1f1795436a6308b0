package dev.aiaudit.cli;

/** The command line cannot be meant as it is; the message tells why. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
