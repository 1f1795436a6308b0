package dev.aiaudit.settings;

import dev.aiaudit.model.Named;
import dev.aiaudit.model.Severity;
import java.util.Optional;

/** What a team makes of a rule. */
public enum RuleChoice implements Named {
  ERROR(Optional.of(Severity.ERROR)),
  WARNING(Optional.of(Severity.WARNING)),
  NOTE(Optional.of(Severity.NOTE)),
  /** The rule does not run. */
  OFF(Optional.empty());

  private final Optional<Severity> severity;

  RuleChoice(Optional<Severity> severity) {
    this.severity = severity;
  }

  /** The severity of its findings; empty when it does not run. */
  public Optional<Severity> severity() {
    return severity;
  }
}
