package dev.aiaudit.flow.proxy;

import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Span;

/**
 * An annotation that concerns a method.
 *
 * @param name its full name, or the name as written when that is not known
 * @param written its syntax; of a composed annotation, the one on the annotation type
 * @param in the type in which names of its members mean something
 * @param place where it stands
 * @param location where the annotation that the reader of the method sees stands
 */
public record Mark(
    String name, Annotation written, DeclaredType in, Place place, Location location) {

  /** Where an annotation of a method stands. */
  public enum Place {
    /** On the method itself. */
    METHOD,
    /** On the class that declares the method. */
    CLASS,
    /** On a method that this one overrides or implements. */
    OVERRIDDEN
  }

  /** The part of the name behind the last dot. */
  String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static Location location(DeclaredType in, Span span) {
    return new Location(
        in.file().path(), span.startLine(), span.startColumn(), span.endLine(), span.endColumn());
  }
}
