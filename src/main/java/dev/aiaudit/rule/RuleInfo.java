package dev.aiaudit.rule;

import dev.aiaudit.model.Severity;

/**
 * A rule's metadata; the front matter of its page says the same.
 *
 * @param id stable, such as {@code AIA001}
 * @param name kebab-case, reads after "allow"
 * @param severity of its findings unless the settings change it
 * @param title one line, without a full stop
 * @param enabledByDefault false for a rule that is not right nine times in ten yet
 * @param since first version that has the rule
 */
public record RuleInfo(
    String id,
    String name,
    Severity severity,
    String title,
    boolean enabledByDefault,
    String since) {

  /** Checks the form of the id and of the name. */
  public RuleInfo {
    if (!id.matches("AIA[0-9]{3}")) {
      throw new IllegalArgumentException("not a rule id: " + id);
    }
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a kebab-case rule name: " + name);
    }
  }

  /** A rule that is on unless the settings turn it off, present since the first version. */
  static RuleInfo on(String id, String name, Severity severity, String title) {
    return new RuleInfo(id, name, severity, title, true, "0.1.0");
  }

  /** A rule that is off unless the settings turn it on, present since the first version. */
  static RuleInfo off(String id, String name, Severity severity, String title) {
    return new RuleInfo(id, name, severity, title, false, "0.1.0");
  }
}
