package dev.aiaudit.model;

/** Whether a merge or a release waits for a step of a pipeline. */
public enum CheckGate implements Named {
  /** Something in the repository waits for it: a job, a merge step, a verdict that is enforced. */
  HARD,
  /** The check turns red; whether that blocks is decided outside the repository. */
  SOFT,
  /** Nothing waits. */
  NONE
}
