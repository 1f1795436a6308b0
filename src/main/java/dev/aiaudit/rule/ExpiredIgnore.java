package dev.aiaudit.rule;

import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Ignore;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.stream.Stream;

/** AIA022: an ignore whose last day is over. */
final class ExpiredIgnore implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.on("AIA022", "expired-ignore", Severity.WARNING, "An ignore has expired");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    return new IgnoreFindings(INFO, Ignore.State.EXPIRED)
        .in(
            inventory,
            ignore ->
                IgnoreFindings.name(ignore)
                    + " expired on "
                    + ignore.expires().orElse("")
                    + ignore.owner().map(o -> "; ask " + o).orElse(""),
            "Cure what it hid, which counts again now, or decide anew and write a new date and reason.");
  }
}
