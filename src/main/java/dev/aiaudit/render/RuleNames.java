package dev.aiaudit.render;

/** Gives text for people the name of a rule, which the report carries only as an id. */
@FunctionalInterface
public interface RuleNames {
  /** Knows no rule; ids stand alone then. */
  RuleNames NONE = ruleId -> "";

  /**
   * The rule's one-line title.
   *
   * @param ruleId such as {@code AIA001}
   * @return empty text when it is not known
   */
  String title(String ruleId);
}
