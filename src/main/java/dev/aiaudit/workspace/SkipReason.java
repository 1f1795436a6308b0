package dev.aiaudit.workspace;

/** Why the content of a file that exists is not analysed. */
public enum SkipReason {
  /** More bytes than {@link ReadLimits} allows for its kind. */
  TOO_LARGE("larger than the read limit"),
  /** A NUL byte near the start: not text. */
  BINARY("binary content"),
  /** Java source whose lines are thousands of characters long on average. */
  MINIFIED("generated or minified: very long lines"),
  /** Not (or no longer) a regular file, for example a link, FIFO or device. */
  NOT_REGULAR("not a regular file"),
  /** The operating system refused, or the file is gone. */
  UNREADABLE("cannot be read");

  private final String text;

  SkipReason(String text) {
    this.text = text;
  }

  /** A short English phrase for diagnostics, without a final full stop. */
  public String text() {
    return text;
  }
}
