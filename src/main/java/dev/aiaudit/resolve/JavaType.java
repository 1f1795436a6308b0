package dev.aiaudit.resolve;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A type as far as it is known.
 *
 * @param name full name with dots before nested types when known; else the name as written
 * @param arguments type arguments, possibly none although the type is generic
 * @param dimensions number of array dimensions
 * @param kind how far it is known
 */
public record JavaType(String name, List<JavaType> arguments, int dimensions, Kind kind) {

  /** How far a type is known. */
  public enum Kind {
    /** The full name is known. */
    KNOWN,
    /** A type parameter; the name is its simple name. */
    VARIABLE,
    /** Only the written name is known, if any. */
    UNKNOWN
  }

  /** Nothing is known. */
  public static final JavaType UNKNOWN = new JavaType("", List.of(), 0, Kind.UNKNOWN);

  /** The type of a string. */
  public static final JavaType STRING = known("java.lang.String");

  /** Copies the arguments. */
  public JavaType {
    arguments = List.copyOf(arguments);
  }

  /** A type with a known full name. */
  public static JavaType known(String name) {
    return new JavaType(name, List.of(), 0, Kind.KNOWN);
  }

  /** A type with a known full name and type arguments. */
  public static JavaType known(String name, List<JavaType> arguments) {
    return new JavaType(name, arguments, 0, Kind.KNOWN);
  }

  /** A type of which only the written name is known. */
  public static JavaType unknown(String written) {
    return new JavaType(written, List.of(), 0, Kind.UNKNOWN);
  }

  /** Whether the full name is known. */
  public boolean isKnown() {
    return kind == Kind.KNOWN;
  }

  /** Whether it has the full name, whatever its arguments. */
  public boolean is(String fullName) {
    return isKnown() && dimensions == 0 && name.equals(fullName);
  }

  /** The type argument at the position, unknown when it is not written. */
  public JavaType argument(int position) {
    return position >= 0 && position < arguments.size() ? arguments.get(position) : UNKNOWN;
  }

  /** The type of an element of this array; unknown for other types. */
  public JavaType element() {
    return dimensions == 0 ? UNKNOWN : new JavaType(name, arguments, dimensions - 1, kind);
  }

  /** This type with so many array dimensions more. */
  public JavaType array(int more) {
    return more == 0 ? this : new JavaType(name, arguments, dimensions + more, kind);
  }

  /** This type with the type parameters replaced that the map knows. */
  public JavaType substitute(Map<String, JavaType> variables) {
    if (variables.isEmpty()) {
      return this;
    }
    if (kind == Kind.VARIABLE) {
      JavaType value = variables.get(name);
      return value == null ? this : value.array(dimensions);
    }
    if (arguments.isEmpty()) {
      return this;
    }
    List<JavaType> replaced = arguments.stream().map(a -> a.substitute(variables)).toList();
    return new JavaType(name, replaced, dimensions, kind);
  }

  /** The last part of the name. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  @Override
  public String toString() {
    String args =
        arguments.isEmpty()
            ? ""
            : arguments.stream().map(JavaType::toString).collect(Collectors.joining(",", "<", ">"));
    return name + args + "[]".repeat(dimensions);
  }
}
