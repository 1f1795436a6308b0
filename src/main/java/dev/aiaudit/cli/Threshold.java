package dev.aiaudit.cli;

import dev.aiaudit.model.Named;
import dev.aiaudit.model.Severity;

/** From which severity on findings fail a run. */
enum Threshold implements Named {
  ERROR,
  WARNING,
  NOTE,
  NEVER;

  boolean reachedBy(Severity severity) {
    return switch (this) {
      case ERROR -> severity == Severity.ERROR;
      case WARNING -> severity != Severity.NOTE;
      case NOTE -> true;
      case NEVER -> false;
    };
  }
}
