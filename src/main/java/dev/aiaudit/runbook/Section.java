package dev.aiaudit.runbook;

import dev.aiaudit.model.Named;

/** The sections of a provider's page, in their order. */
public enum Section implements Named {
  HEADER("", "- Last reviewed: `TODO(owner)`\n- Last drill: `TODO(owner)`\n"),
  MEANING("Meaning", ""),
  IMPACT("Impact", "What these are called by users, and what they cost: `TODO(owner)`\n"),
  THEM_OR_US("Is it them or us?", "Our own dashboards, quota and billing pages: `TODO(owner)`\n"),
  PROTECTS("What already protects us", ""),
  MITIGATE("Mitigate now", "How to deploy a setting here: `TODO(owner)`\n"),
  DO_NOT("Do not", ""),
  CASCADE("Cascade", ""),
  WATCH("Watch", ""),
  COMMUNICATE("Communicate", ""),
  RECOVER("Recover", ""),
  SLA("SLA and claim", ""),
  DRILL("Drill", ""),
  RISKS("Open risks", "");

  private final String title;
  private final String seed;

  Section(String title, String seed) {
    this.title = title;
    this.seed = seed;
  }

  /** The heading; empty for the header. */
  public String title() {
    return title;
  }

  /** What people go on with below the block. */
  String seed() {
    return seed;
  }
}
