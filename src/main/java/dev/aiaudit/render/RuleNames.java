package dev.aiaudit.render;

import java.util.List;
import java.util.Optional;

/** Gives reports the names and pages of rules, which the report carries only as ids. */
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

  /** Every known rule, sorted by id; formats that carry a rule list write all of them. */
  default List<RuleText> all() {
    return List.of();
  }

  /** The rule with that id. */
  default Optional<RuleText> find(String ruleId) {
    return all().stream().filter(rule -> rule.id().equals(ruleId)).findFirst();
  }
}
