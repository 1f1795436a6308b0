package dev.aiaudit.syntax;

/**
 * An import.
 *
 * @param name without {@code .*}
 * @param isStatic whether it imports members
 * @param onDemand whether it ends in {@code .*}
 */
public record Import(String name, boolean isStatic, boolean onDemand) {

  /** The last part of the name. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
