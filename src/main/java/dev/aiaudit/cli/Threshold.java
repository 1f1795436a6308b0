package dev.aiaudit.cli;

import dev.aiaudit.model.Named;
import dev.aiaudit.model.Severity;
import java.util.Optional;

/** From which severity on findings fail a run. */
enum Threshold implements Named {
  ERROR,
  WARNING,
  NOTE,
  NEVER;

  /** The mildest severity that fails a run; empty when none does. */
  Optional<Severity> severity() {
    return switch (this) {
      case ERROR -> Optional.of(Severity.ERROR);
      case WARNING -> Optional.of(Severity.WARNING);
      case NOTE -> Optional.of(Severity.NOTE);
      case NEVER -> Optional.empty();
    };
  }
}
