package dev.aiaudit.syntax;

/** A modifier that the analysis asks for. */
public enum Modifier {
  PUBLIC,
  PROTECTED,
  PRIVATE,
  STATIC,
  FINAL,
  ABSTRACT,
  DEFAULT,
  SYNCHRONIZED
}
