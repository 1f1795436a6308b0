package dev.aiaudit.syntax;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type as written in the source.
 *
 * @param name possibly qualified name without arguments, {@code var} and {@code ?} included
 * @param arguments type arguments; a wildcard with a bound is its bound
 * @param dimensions number of array dimensions
 */
public record TypeRef(String name, List<TypeRef> arguments, int dimensions) {

  /** The type of a method that returns nothing. */
  public static final TypeRef VOID = new TypeRef("void", List.of(), 0);

  /** The type that the compiler infers. */
  public static final TypeRef VAR = new TypeRef("var", List.of(), 0);

  /** Copies the arguments. */
  public TypeRef {
    arguments = List.copyOf(arguments);
  }

  /** A type without arguments. */
  public static TypeRef of(String name) {
    return new TypeRef(name, List.of(), 0);
  }

  /** Whether the compiler infers it. */
  public boolean inferred() {
    return name.equals("var");
  }

  /** The last part of the name. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The source form, such as {@code Map<String,Foo>[]}. */
  @Override
  public String toString() {
    String args =
        arguments.isEmpty()
            ? ""
            : arguments.stream().map(TypeRef::toString).collect(Collectors.joining(",", "<", ">"));
    return name + args + "[]".repeat(dimensions);
  }
}
