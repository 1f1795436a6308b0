package dev.aiaudit.model;

/** How bad a finding is; the order of the constants is from mild to bad. */
public enum Severity implements Named {
  NOTE,
  WARNING,
  ERROR
}
