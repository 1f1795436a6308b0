package dev.aiaudit.rule;

import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import java.util.stream.Stream;

/**
 * One judgement about an inventory. Rules keep no state between calls and do not see each other.
 */
public interface Rule {

  /** What the rule is called and how bad its findings are. */
  RuleInfo info();

  /**
   * The findings of this rule, in any order, without suppressions.
   *
   * @param inventory what the analysis knows
   */
  Stream<Finding> check(Inventory inventory);
}
