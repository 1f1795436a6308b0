package dev.aiaudit.render;

/** How much text for people says. */
public enum Detail {
  /** One line. */
  COUNTS,
  /** What fits one screen. */
  SUMMARY,
  /** Every finding with its witness path. */
  FINDINGS,
  /** Also a code frame for each step of a path, all effective guards and all diagnostics. */
  EVERYTHING
}
