package dev.aiaudit.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A field; {@code int a, b} becomes two. A record component is a private final field as well. */
public record FieldDecl(
    TypeRef type,
    String name,
    Optional<Expr> init,
    Set<Modifier> modifiers,
    List<Annotation> annotations,
    Span span) {

  /** Copies the collections. */
  public FieldDecl {
    modifiers = Set.copyOf(modifiers);
    annotations = List.copyOf(annotations);
  }

  /** Whether it has the modifier. */
  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }
}
