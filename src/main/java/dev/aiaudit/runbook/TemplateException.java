package dev.aiaudit.runbook;

/** A template of the user is wrong; the message starts with file and line. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error at a line, counted from 1. */
  public TemplateException(String file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
