package dev.aiaudit.javasource.index;

/** What a name is used for at one or more places of a file; each role is one bit of a posting. */
public enum Role {
  /** Called after a dot: {@code x.name(…)}, {@code X.<T>name(…)}. */
  DOT_CALL,
  /**
   * Followed by a parenthesis without a dot before it: an unqualified call, or a declaration that
   * cannot be told from one without parsing (a constructor without modifiers, an enum constant).
   */
  BARE_CALL_OR_DECLARATION,
  /** Named after two colons: {@code x::name}. */
  REFERENCE,
  /** Created: {@code new Name(…)}, {@code new a.b.Name<>(…)}, {@code Name::new}; not arrays. */
  CREATION,
  /** Declared as class, interface, enum, record or annotation type, at any depth. */
  TYPE_DECLARATION,
  /** Named in an {@code extends} or {@code implements} clause of a type declaration. */
  SUPERTYPE,
  /** Used as annotation: {@code @Name}, {@code @a.b.Name}. */
  ANNOTATION,
  /** Declared as method, or as constructor with a modifier, as far as tokens can tell. */
  METHOD_DECLARATION;

  int bit() {
    return 1 << ordinal();
  }
}
