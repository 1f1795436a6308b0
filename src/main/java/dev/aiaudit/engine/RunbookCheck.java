package dev.aiaudit.engine;

import dev.aiaudit.model.Report;
import java.util.Set;

/**
 * Tells which runbooks of a tree are out of date. The engine does not know how runbooks are
 * written; whoever starts an audit and knows it passes this in.
 */
@FunctionalInterface
public interface RunbookCheck {
  /** Takes every page for current. */
  RunbookCheck NONE = report -> Set.of();

  /**
   * The pages that no longer say what a report says.
   *
   * @param report complete but for what is answered here
   * @return paths relative to the scanned root, of those in {@code report.inventory().pages()}
   */
  Set<String> stale(Report report);
}
