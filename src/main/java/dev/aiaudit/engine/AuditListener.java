package dev.aiaudit.engine;

/** Hears what an audit is doing, for a progress line. */
@FunctionalInterface
public interface AuditListener {

  /** A stage begins; the text is for people. */
  void stage(String text);

  /** Hears nothing. */
  static AuditListener silent() {
    return text -> {};
  }
}
