package dev.aiaudit.terminal;

import dev.aiaudit.model.Named;

/** What the user wants about colours. */
public enum ColorChoice implements Named {
  /** On a terminal, unless the environment says otherwise. */
  AUTO,
  ALWAYS,
  NEVER
}
