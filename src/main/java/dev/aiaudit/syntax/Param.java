package dev.aiaudit.syntax;

import java.util.List;

/**
 * A parameter of a method, constructor or lambda, or a record component.
 *
 * @param varArgs whether it is written {@code Type... name}; the type is then the element type
 */
public record Param(TypeRef type, String name, boolean varArgs, List<Annotation> annotations) {

  /** Copies the annotations. */
  public Param {
    annotations = List.copyOf(annotations);
  }
}
