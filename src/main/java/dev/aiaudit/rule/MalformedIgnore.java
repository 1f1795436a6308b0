package dev.aiaudit.rule;

import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Ignore;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.stream.Stream;

/** AIA023: an ignore comment without a reason or without a known rule. */
final class MalformedIgnore implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA023",
          "malformed-ignore",
          Severity.ERROR,
          "An ignore comment has no reason or names no rule");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    return new IgnoreFindings(INFO, Ignore.State.MALFORMED)
        .in(
            inventory,
            ignore -> IgnoreFindings.name(ignore) + " suppresses nothing: " + ignore.detail(),
            "Write the rule in brackets and why the finding may stay: ai-audit: ignore[AIA001] reason.");
  }
}
