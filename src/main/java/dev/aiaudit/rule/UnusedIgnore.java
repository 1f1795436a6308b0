package dev.aiaudit.rule;

import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Ignore;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.stream.Stream;

/** AIA021: an ignore that suppresses nothing. */
final class UnusedIgnore implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.on("AIA021", "unused-ignore", Severity.WARNING, "An ignore suppresses nothing");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    return new IgnoreFindings(INFO, Ignore.State.UNUSED)
        .in(
            inventory,
            ignore -> IgnoreFindings.name(ignore) + " suppresses nothing",
            "Delete it, or correct what it selects; left in place it would hide the next finding there.");
  }
}
