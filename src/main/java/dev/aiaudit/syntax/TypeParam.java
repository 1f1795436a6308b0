package dev.aiaudit.syntax;

import java.util.List;

/** A type parameter with its bounds. */
public record TypeParam(String name, List<TypeRef> bounds) {

  /** Copies the bounds. */
  public TypeParam {
    bounds = List.copyOf(bounds);
  }
}
